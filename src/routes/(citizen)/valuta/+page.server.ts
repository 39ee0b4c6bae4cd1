import { error, fail, redirect } from '@sveltejs/kit'
import { z } from 'zod'
import { readRating } from '#domain/ratings/rating.ts'
import { questionOf, type RatingSubject, subjectKinds } from '#domain/ratings/subject.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { fill } from '#lib/messages/fill.ts'
import { openSealed } from '#server/gateways/secrets.ts'
import { leaveRating } from '#server/use-cases/ratings/leave-rating.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** Here comes who could not be taken at their word; there is nothing to read. */
export const load: PageServerLoad = ({ locals, request, setHeaders }) => {
  if (request.method === 'GET') redirect(303, '/')
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
  const { words, locale, directory } = locals
  const { again } = words.ratings
  return {
    again,
    ratings: words.ratings,
    forms: words.forms,
    locale,
    pageTitle: fill(words.site.title, { page: again.title, body: directory.tenant.settings.name }),
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { installation, directory, clientAddress, words } = locals
    const form = await readForm(request)
    const sealed = textOf(form, 'subject')
    const subject = readSubject(openSealed(installation.world.secret, directory.tenant.id, sealed))
    if (!subject) error(400, words.errors.notFound)
    const back = backOf(textOf(form, 'back'), subject)
    const sent = {
      stars: textOf(form, 'stars'),
      liked: textOf(form, 'liked'),
      difficulty: textOf(form, 'difficulty'),
      text: textOf(form, 'text'),
    }
    const { again } = words.ratings
    const refused = (status: number, problem: string) =>
      fail(status, { subject: sealed, question: questionOf(subject.kind), back, sent, problem })
    if (!(await installation.limits.take('rating', clientAddress))) return refused(429, again.tooMany)
    const rating = readRating(sent)
    if (!rating.ok) return refused(422, again.starsMissing)
    const agent = request.headers.get('user-agent') ?? ''
    await leaveRating(installation.world, directory.tenant.id, { subject, rating: rating.value, address: clientAddress, agent })
    const to = new URL(back, 'http://here')
    to.searchParams.set('valutata', '1')
    redirect(303, `${to.pathname}${to.search}#rating`)
  },
}

const sealedSubject = z.object({
  kind: z.enum(subjectKinds),
  key: z.string(),
  path: z.string(),
  title: z.object({ it: z.string(), en: z.string().optional() }),
  office: z
    .string()
    .transform((id) => id as OfficeId)
    .nullable(),
})

/** What we sealed is ours; a form that was open while we were renewed may hold an older shape. */
function readSubject(text: string | null): RatingSubject | null {
  if (text === null) return null
  const read = sealedSubject.safeParse(JSON.parse(text))
  return read.success ? read.data : null
}

/** Nobody is sent to another site: what is no path of ours is the subject's own. */
function backOf(asked: string, { path }: RatingSubject): string {
  return URL.canParse(asked, 'http://here') && asked.startsWith('/') && new URL(asked, 'http://here').host === 'here'
    ? asked
    : path
}
