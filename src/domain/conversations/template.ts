import type { ReportKind } from '../reports/kind.ts'
import type { Stage } from '../reports/stage.ts'
import type { CategoryId, Id } from '../shared/id.ts'
import { done, type Result, refuse } from '../shared/result.ts'
import type { Words } from '../shared/words.ts'
import { unknownPlaceholders } from './placeholder.ts'

/** What a standard text is written for: the forms of a report in which it is offered. */
export const templateActs = ['reply', 'ask', 'resolve', 'decline', 'note'] as const

export type TemplateAct = (typeof templateActs)[number]

/** A standard text of the body, as it is set; where nothing is named, it is for all. */
export type TemplateSetting = {
  readonly name: string
  readonly acts: readonly TemplateAct[]
  /** Categories, or groups of them. */
  readonly categories: readonly CategoryId[]
  readonly kinds: readonly ReportKind[]
  readonly stages: readonly Stage[]
  readonly text: Words
  readonly active: boolean
}

export type Template = TemplateSetting & { readonly id: Id<'template'> }

/** The longest name and the longest text of a template, in characters; what is filled in makes it longer. */
const templateLengths = { name: 100, text: 4000 } as const

export type TemplateRefusal =
  | 'name_missing'
  | 'name_too_long'
  | 'name_taken'
  | 'act_missing'
  | 'category_unknown'
  | 'text_missing'
  | 'text_too_long'
  | 'placeholder_unknown'

/** What a template has to be like besides itself: other names, and which categories there are. */
export type TemplateSurroundings = {
  readonly otherNames: readonly string[]
  readonly isCategory: (id: CategoryId) => boolean
}

/** A template has a name of its own, is for something, and keeps places for nothing that is not known. */
export function checkTemplate(
  given: TemplateSetting,
  { otherNames, isCategory }: TemplateSurroundings,
): Result<TemplateSetting, TemplateRefusal> {
  const name = given.name.trim().replace(/\s+/g, ' ')
  const texts = Object.entries(given.text).flatMap(([locale, text]) => (text?.trim() ? [[locale, text.trim()] as const] : []))
  if (name === '') return refuse('name_missing')
  if (name.length > templateLengths.name) return refuse('name_too_long')
  if (otherNames.some((other) => other.toLowerCase() === name.toLowerCase())) return refuse('name_taken')
  if (given.acts.length === 0) return refuse('act_missing')
  if (!given.categories.every(isCategory)) return refuse('category_unknown')
  if (given.text.it.trim() === '') return refuse('text_missing')
  const long = texts.find(([, text]) => text.length > templateLengths.text)
  if (long) return refuse('text_too_long', long[0])
  const strange = texts.find(([, text]) => unknownPlaceholders(text).length > 0)
  if (strange) return refuse('placeholder_unknown', strange[0])
  return done({ ...given, name, text: { it: '', ...Object.fromEntries(texts) } })
}

/** The report for which a text is looked for, and what it is to be used for. */
export type TemplateUse = {
  readonly act: TemplateAct
  readonly category: CategoryId
  /** The group that the category stands in. */
  readonly group: CategoryId | null
  readonly kind: ReportKind
  readonly stage: Stage
  /** The one that a rule advises. */
  readonly advised: Id<'template'> | null
}

/** The templates that are in use for an act, by name. */
export function templatesFor(templates: readonly Template[], act: TemplateAct): readonly Template[] {
  return templates.filter(({ active, acts }) => active && acts.includes(act)).toSorted(byName)
}

/** The templates for a use: the advised one, those that fit, the most particular first, and the others that can be used for it. */
export function offerTemplates(
  templates: readonly Template[],
  use: TemplateUse,
): Readonly<Record<'advised' | 'fitting' | 'others', readonly Template[]>> {
  const all = templatesFor(templates, use.act)
  const [advised, usable] = [all.filter(({ id }) => id === use.advised), all.filter(({ id }) => id !== use.advised)]
  const fitting = usable.filter((template) => fits(template, use))
  return {
    advised,
    fitting: fitting.toSorted((one, other) => particularity(other, use) - particularity(one, use)),
    others: usable.filter((template) => !fitting.includes(template)),
  }
}

function byName({ name: one }: Template, { name: other }: Template): number {
  return one.localeCompare(other, 'it')
}

function fits({ categories, kinds, stages }: Template, { category, group, kind, stage }: TemplateUse): boolean {
  const isFor = <Of>(wanted: readonly Of[], ...there: readonly Of[]) =>
    wanted.length === 0 || there.some((one) => wanted.includes(one))
  return isFor(categories, category, ...(group === null ? [] : [group])) && isFor(kinds, kind) && isFor(stages, stage)
}

/** The category says most of what a text is about, then its group, the kind, the stage. */
function particularity({ categories, kinds, stages }: Template, { category }: TemplateUse): number {
  const ofCategory = categories.includes(category) ? 8 : categories.length > 0 ? 4 : 0
  return ofCategory + (kinds.length > 0 ? 2 : 0) + (stages.length > 0 ? 1 : 0)
}
