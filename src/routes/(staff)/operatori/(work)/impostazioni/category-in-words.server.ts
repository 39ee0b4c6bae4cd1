import type { CategorySetting } from '#domain/categories/category.ts'
import type { Question } from '#domain/categories/question.ts'
import type { Term } from '#domain/clocks/working-calendar.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { SaidValue } from './difference.server.ts'

/** What a category is, under the words of its page; each question by its code. */
export function categoryInHistory(setting: CategorySetting, locals: App.Locals): SaidValue {
  const { words, directory, locale } = locals
  const { categories: says, desk, reports } = words
  const yesNo = (yes: boolean) => (yes ? desk.file.yes : desk.file.no)
  const term = ({ amount, unit }: Term) => `${amount} ${says.units[unit]}`
  const above = setting.parent ? directory.categories.get(setting.parent) : undefined
  const office = directory.offices.get(setting.office)
  return {
    [says.name]: setting.name.it,
    [says.nameEn]: setting.name.en,
    [says.code]: setting.code,
    [says.under]: above ? inLocale(above.name, locale) : says.top,
    [says.description]: setting.description.it,
    [says.descriptionEn]: setting.description.en,
    [says.keywords]: setting.keywords,
    [says.kinds]: setting.kinds.map((kind) => reports.kind[kind]),
    [says.office]: office ? inLocale(office.name, locale) : '',
    [says.officesMayReply]: yesNo(setting.officesMayReply),
    [says.firstReply]: term(setting.firstReply),
    [says.resolution]: term(setting.resolution),
    [says.likeMetres]: setting.likeMetres,
    [says.publication]: setting.publication ? says.policies[setting.publication] : says.asBody,
    [says.active]: yesNo(setting.active),
    [says.position]: setting.position,
    [says.questions]: {
      ...Object.fromEntries(setting.questions.map((question) => [question.code, questionInHistory(question, locals)])),
      [says.questionOrder]: setting.questions.map(({ label }) => inLocale(label, locale)),
    },
  }
}

function questionInHistory(question: Question, { words, locale }: App.Locals): SaidValue {
  const says = words.categories.question
  const { label, help, unit, options, shownIf, stops = [] } = question
  const yesNo = (yes: boolean | undefined) => (yes ? words.desk.file.yes : words.desk.file.no)
  return {
    [says.label]: label.it,
    [says.labelEn]: label.en,
    [says.type]: says.types[question.type],
    [says.required]: yesNo(question.required),
    [says.public]: yesNo(question.public),
    [says.help]: help?.it,
    [says.helpEn]: help?.en,
    [says.options]: options.map((option) => `${inLocale(option.label, locale)} (${option.code})`),
    [says.least]: question.least,
    [says.most]: question.most,
    [says.unit]: unit?.it,
    [says.pattern]: question.pattern,
    [says.condition]: shownIf?.answers.map((answer) => `${shownIf.question} → ${answer}`),
    [says.stop]: stops.map(({ answers, referral, contact }) =>
      [answers.join(', '), inLocale(referral, locale), contact].filter(Boolean).join(' · '),
    ),
    [words.categories.retired]: yesNo(question.retired),
  }
}
