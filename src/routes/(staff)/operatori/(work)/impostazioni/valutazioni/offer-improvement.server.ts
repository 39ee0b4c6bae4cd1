import type { ImprovementSetting } from '#domain/ratings/improvement.ts'
import { subjectKinds } from '#domain/ratings/subject.ts'
import { type Id, isId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { OptionGroup } from '#lib/forms/field.ts'
import { listSubjects } from '#server/storage/ratings.ts'
import { textOf } from '../../../../../read-form.server.ts'
import { wordsOf } from '../body-settings.server.ts'

/** Whatever was ever rated, by its name. */
export async function readSubjects({ installation, directory, locale }: App.Locals) {
  const subjects = await installation.world.read(directory.tenant.id, listSubjects)
  return subjects
    .map(({ id, kind, title }) => ({ id, kind, name: inLocale(title, locale) }))
    .toSorted((one, other) => one.name.localeCompare(other.name, locale))
}

/** The same to be chosen from, kind by kind. */
export async function offerSubjects(locals: App.Locals): Promise<readonly OptionGroup[]> {
  const subjects = Map.groupBy(await readSubjects(locals), ({ kind }) => kind)
  return subjectKinds.flatMap((kind) => {
    const options = (subjects.get(kind) ?? []).map(({ id, name }) => ({ value: id as string, label: name }))
    return options.length === 0 ? [] : [{ label: locals.words.ratingResults.public.kinds[kind], options }]
  })
}

/** What a form says that was changed. */
export function readImprovement(form: FormData): ImprovementSetting {
  const subject = textOf(form, 'subject')
  return {
    subject: isId(subject) ? (subject as Id<'rating-subject'>) : null,
    day: textOf(form, 'day'),
    text: wordsOf(form, 'text'),
  }
}
