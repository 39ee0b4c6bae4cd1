import type { RatingSubject } from '#domain/ratings/subject.ts'
import { questionOf } from '#domain/ratings/subject.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import type { Words } from '#domain/shared/words.ts'
import type { Rateable } from '#lib/components/rateable.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { sealText } from '#server/gateways/secrets.ts'

type Asked = Pick<RatingSubject, 'kind' | 'key' | 'path'> & {
  /** As staff and public will read it in the results: the body's words, or ours. */
  readonly title: Words | ((words: Dictionary) => string)
  readonly office?: OfficeId | null
}

/**
 * Lets people rate a page: a `load` that gives `rateable: await rateable(locals, { kind, key, path, title })` has the official
 * question at its foot, and needs nothing else. The key stays the same for good: under it the results are kept.
 */
export async function rateable(locals: App.Locals, { title, office = null, ...asked }: Asked): Promise<Rateable> {
  const { installation, directory, locale, words } = locals
  const named = typeof title === 'function' ? { it: title(dictionary('it')), en: title(dictionary('en')) } : title
  const subject: RatingSubject = { ...asked, title: named, office }
  return {
    subject: sealText(installation.world.secret, directory.tenant.id, JSON.stringify(subject)),
    question: questionOf(asked.kind),
    locale,
    words: words.ratings,
  }
}
