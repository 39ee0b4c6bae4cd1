import type { CategorySetting } from '#domain/categories/category.ts'
import type { Term } from '#domain/clocks/working-calendar.ts'
import { inLocale } from '#domain/shared/words.ts'

/** What a category is, under the words of its page; each question by its code. */
export function categoryInHistory(
  setting: CategorySetting,
  { words, directory, locale }: App.Locals,
): Readonly<Record<string, unknown>> {
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
    [says.keywords]: setting.keywords.join(', '),
    [says.kinds]: setting.kinds.map((kind) => reports.kind[kind]).join(', '),
    [says.office]: office ? inLocale(office.name, locale) : '',
    [says.officesMayReply]: yesNo(setting.officesMayReply),
    [says.firstReply]: term(setting.firstReply),
    [says.resolution]: term(setting.resolution),
    [says.likeMetres]: setting.likeMetres,
    [says.publication]: setting.publication ? says.policies[setting.publication] : says.asBody,
    [says.active]: yesNo(setting.active),
    [says.position]: setting.position,
    [says.questions]: Object.fromEntries(
      setting.questions.map((question, at) => [
        question.code,
        { ...question, label: inLocale(question.label, locale), at: at + 1 },
      ]),
    ),
  }
}
