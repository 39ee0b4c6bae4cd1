import { exampleOfAsset } from '#domain/categories/asset-number.ts'
import { choicesOf, type Question, type QuestionType } from '#domain/categories/question.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Call } from './call.ts'
import type { Content } from './write-xml.ts'

const datatypes = {
  text: 'string',
  choice: 'singlevaluelist',
  many: 'multivaluelist',
  number: 'number',
  date: 'datetime',
  yes_no: 'singlevaluelist',
  asset: 'string',
} as const satisfies Record<QuestionType, string>

type Say = Pick<Call, 'locale' | 'words'>

/**
 * The questions of a service as the standard's attributes. The standard knows no conditions: a question that depends on another one
 * is never required of clients that send it or not, and its description says when it is asked.
 */
export function attributesOf(say: Say, questions: readonly Question[]): readonly Content[] {
  const asked = questions.filter(({ retired }) => !retired)
  return asked.map((question, index) => ({
    variable: true,
    code: question.code,
    datatype: datatypes[question.type],
    required: question.required && !question.shownIf,
    datatype_description: describe(say, question, asked),
    order: index + 1,
    description: inLocale(question.label, say.locale),
    values: choicesOf(question).map((key) => ({ key, name: nameOf(say, question, key) })),
  }))
}

function describe(say: Say, question: Question, all: readonly Question[]): string {
  const { words, locale } = say
  const { type, pattern = '', unit, least, most, help, shownIf, stops = [] } = question
  const above = all.find(({ code }) => code === shownIf?.question)
  const names = (of: Question, codes: readonly string[]) => codes.map((code) => nameOf(say, of, code)).join(', ')
  return [
    fill(words.datatype[type], { example: exampleOfAsset(pattern) }),
    unit ? inLocale(unit, locale) : '',
    least === undefined ? '' : fill(words.least, { least }),
    most === undefined ? '' : fill(words.most, { most }),
    help ? inLocale(help, locale) : '',
    above && shownIf ? fill(words.onlyIf, { code: above.code, values: names(above, shownIf.answers) }) : '',
    ...stops.map(({ answers, referral }) =>
      fill(words.referral, { values: names(question, answers), referral: inLocale(referral, locale) }),
    ),
  ]
    .filter(Boolean)
    .join('; ')
}

function nameOf({ locale, words }: Say, { type, options }: Question, code: string): string {
  if (type === 'yes_no') return code === 'yes' ? words.yes : words.no
  const option = options.find((one) => one.code === code)
  return option ? inLocale(option.label, locale) : code
}
