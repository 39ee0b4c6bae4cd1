import { type Placeholder, placeholders, unknownPlaceholders } from '#domain/conversations/placeholder.ts'
import { type Template, type TemplateSetting, templateActs } from '#domain/conversations/template.ts'
import { reportKinds } from '#domain/reports/kind.ts'
import { stages } from '#domain/reports/stage.ts'
import { type CategoryId, isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { RefusedForm } from '#lib/components/people/refused-form.ts'
import { writeDay } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { SetTemplateRefusal } from '#server/use-cases/conversations/set-template.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { type Said, typedIn } from '../../refused-form.server.ts'

type Locals = App.Locals

/** A category as it is called, with its group; one that is gone is said to be. */
export function categoryInWords(id: CategoryId, { directory, locale, words }: Locals): string {
  const category = directory.categories.get(id)
  if (!category) return words.templates.gone
  const group = category.parent ? directory.categories.get(category.parent) : undefined
  return [group, category].flatMap((one) => (one ? [inLocale(one.name, locale)] : [])).join(' › ')
}

/** One line of the list of templates. */
export function presentTemplate({ id, name, acts, categories, kinds, stages: at, active }: Template, locals: Locals) {
  const { templates, reports } = locals.words
  const where = [
    ...categories.map((one) => categoryInWords(one, locals)),
    ...kinds.map((kind) => reports.kind[kind]),
    ...at.map((stage) => reports.stage[stage]),
  ]
  return {
    id,
    name,
    href: `/operatori/impostazioni/modelli/${id}`,
    acts: acts.map((act) => templates.act[act]).join('; '),
    where: where.join('; ') || templates.everywhere,
    active,
  }
}

/** What the form of a template offers, and what it is tried with. */
export function offerTemplateForm(locals: Locals) {
  const { words, directory, locale } = locals
  const { templates, reports, forms } = words
  const categories = [...directory.categories.values()].filter(({ active }) => active)
  return {
    locale,
    templates,
    forms,
    acts: templateActs.map((value) => ({ value, label: templates.act[value] })),
    kinds: directory.tenant.settings.kinds.map((value) => ({ value, label: reports.kind[value] })),
    stages: stages.map((value) => ({ value, label: reports.stage[value] })),
    categories: categories
      .filter(({ parent }) => parent === null)
      .map((group) => ({
        label: inLocale(group.name, locale),
        options: [group, ...categories.filter(({ parent }) => parent === group.id)].map(({ id, name }) => ({
          value: id as string,
          label: inLocale(name, locale),
        })),
      })),
    places: placeholders.map((name) => ({ name: `{{${name}}}`, text: templates.places.of[name] })),
    sample: sampleValues(locals),
  }
}

/** A made-up report, so that a text is seen as it will be read. */
function sampleValues({ words, directory, locale, installation }: Locals): Readonly<Record<Placeholder, string>> {
  const { settings } = directory.tenant
  const now = installation.world.now()
  const day = (days: number) => writeDay(new Date(now.getTime() + days * 86_400_000), locale, settings.calendar.zone)
  const category = [...directory.categories.values()].find(({ parent, active }) => parent !== null && active)
  const office = category && directory.offices.get(category.office)
  return {
    ...words.templates.sample,
    numero: '1234',
    tipo: words.reports.kind.problem,
    categoria: category ? inLocale(category.name, locale) : '',
    ufficio: office ? inLocale(office.name, locale) : '',
    inviata: day(-3),
    scadenza: day(20),
    intervento: day(7),
    oggi: day(0),
    ente: settings.name,
    telefono: settings.phone,
    email: settings.email,
  }
}

/** What the form of a template says, or said before it was refused. */
export function readTemplate(form: FormData): TemplateSetting {
  const chosen = <Of extends string>(name: string, all: readonly Of[]) => all.filter((one) => form.getAll(name).includes(one))
  return {
    name: textOf(form, 'name'),
    acts: chosen('acts', templateActs),
    categories: form.getAll('categories').map(String).filter(isId) as CategoryId[],
    kinds: chosen('kinds', reportKinds),
    stages: chosen('stages', stages),
    text: { it: textOf(form, 'it'), en: textOf(form, 'en') },
    active: form.get('active') === 'on',
  }
}

const fields: Readonly<Partial<Record<SetTemplateRefusal, string>>> = {
  name_missing: 'name',
  name_too_long: 'name',
  name_taken: 'name',
  act_missing: 'acts',
  category_unknown: 'categories',
  text_missing: 'it',
}

/** How refusals of a standard text are said; the places that are unknown are named. */
export function saidOfTemplate(form: FormData, { words }: Locals): Said<SetTemplateRefusal> {
  const unknown = (['it', 'en'] as const).flatMap((name) => unknownPlaceholders(textOf(form, name)))
  const names = unknown.map((name) => `{{${name}}}`).join(', ')
  const { refusal } = words.templates
  const said = { ...words.settings.refusal, ...refusal, placeholder_unknown: fill(refusal.placeholder_unknown, { names }) }
  return { words: said, fields }
}

/** A form that is only looked at, with everything that was typed. */
export async function previewTemplate({ request }: { readonly request: Request }): Promise<RefusedForm> {
  return { name: 'template', field: null, message: '', values: typedIn(await readForm(request)) }
}
