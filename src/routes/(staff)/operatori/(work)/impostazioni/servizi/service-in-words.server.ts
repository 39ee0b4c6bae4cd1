import { sheetTexts } from '#domain/services/check-sheet.ts'
import type { Phase, ServiceDraft, ServiceSetting, Span } from '#domain/services/service.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import type { SaidValue } from '../difference.server.ts'
import { both, linkInWords, pictureInWords } from '../files-in-words.server.ts'

/** A version of a service as its form calls what it says. */
export function serviceInWords({ state, ...setting }: ServiceSetting, locals: App.Locals): SaidValue {
  const { serviceEditor } = locals.words
  return { [serviceEditor.state]: serviceEditor.states[state], ...draftInWords(setting, locals) }
}

/** The same of what is being written. Services that it names are told by how many they are. */
export function draftInWords({ sheet, featured }: ServiceDraft, locals: App.Locals): { readonly [field: string]: SaidValue } {
  const { serviceEditor: says, offices, vocabularies, desk } = locals.words
  const yes = (said: boolean) => (said ? desk.file.yes : desk.file.no)
  const { choices, flags, plain, rows, links } = says
  const texts = sheetTexts.flatMap((name) => [
    [says.texts[name], sheet[name].it],
    [fill(says.inEnglish, { label: says.texts[name] }), sheet[name].en],
  ])
  return {
    ...Object.fromEntries(texts),
    [flags.active]: yes(sheet.active),
    [says.picture]: sheet.picture && pictureInWords(sheet.picture, locals),
    [choices.categories]: sheet.categories.map((one) => vocabularies.categories[one]),
    [rows.needed]: sheet.neededList.map(both),
    [rows.phases]: sheet.phases.map((phase) => phaseInWords(phase, locals)),
    [says.response.title]: sheet.responseTime && spanInWords(sheet.responseTime, locals),
    [links.online]: sheet.online && linkInWords(sheet.online),
    [choices.offices]: sheet.offices.map((id) => officeInWords(id, locals)),
    [flags.booking]: yes(sheet.booking),
    [rows.documents]: sheet.documents.map(linkInWords),
    [links.conditions]: sheet.conditions && linkInWords(sheet.conditions),
    [says.choice.responsible]: sheet.responsible && officeInWords(sheet.responsible, locals),
    [rows.contacts]: sheet.contacts.map(({ kind, value, note }) => {
      const said = both(note)
      return `${offices.contact.kinds[kind]}: ${value}${said && ` (${said})`}`
    }),
    [choices.topics]: sheet.topics.map((one) => vocabularies.topics[one]),
    [choices.lifeEvents]: sheet.lifeEvents.map((one) => vocabularies.lifeEvents[one]),
    [choices.businessEvents]: sheet.businessEvents.map((one) => vocabularies.businessEvents[one]),
    [plain.synonyms]: sheet.synonyms,
    [choices.related]: { says: String(sheet.related.length), another: String(sheet.related.length), of: sheet.related },
    [flags.featured]: yes(featured),
    [plain.ipaCode]: sheet.ipaCode,
    [plain.nace]: sheet.nace,
  }
}

function spanInWords({ amount, unit }: Span, { words, locale }: App.Locals): string {
  return count(locale, words.services.span[unit], amount)
}

function phaseInWords({ title, subtitle, when }: Phase, locals: App.Locals): string {
  const { sheet } = locals.words.services
  const time =
    when === null
      ? ''
      : 'date' in when
        ? `${sheet.by} ${writeCivilDate(when.date, locals.locale)}`
        : `${sheet.within} ${spanInWords(when, locals)}`
  return [both(title), both(subtitle), time].filter(Boolean).join(' · ')
}

function officeInWords(id: OfficeId, { directory, locale }: App.Locals): string {
  const office = directory.offices.get(id)
  return office ? inLocale(office.name, locale) : ''
}
