import { error, redirect } from '@sveltejs/kit'
import type { Handle } from '@sveltejs/kit/hooks'
import type { Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { readForm } from './read-form.server.ts'

const work = '/(staff)/operatori/(work)'

type Admission = 'admitted' | 'signed_out' | 'not_administrator'

/** Whether somebody gets to a page of work, or of the settings. */
function admit(route: string | null, staff: Staff | null): Admission {
  const within = (place: string) => route === place || route?.startsWith(`${place}/`)
  if (!within(work)) return 'admitted'
  if (staff === null) return 'signed_out'
  return within(`${work}/impostazioni`) && !mayDo(staff, 'administer') ? 'not_administrator' : 'admitted'
}

/**
 * Nobody works without having signed in, and nobody sets anything who does not administer, whatever the method; whoever has no
 * inbox begins where something is for them. It is asked here
 * and in no layout: Kit runs an action before any load, and a page's load alone where a browser says that it has the layouts.
 */
export const guardWork: Handle = async ({ event, resolve }) => {
  const { locals, request, url } = event
  const admission = admit(event.route.id, locals.staff)
  if (locals.staff && event.route.id === `${work}/(desk)` && !mayDo(locals.staff, 'see_inbox')) redirect(303, '/operatori/dati')
  if (admission === 'admitted') return resolve(event)
  const { auth, settings } = locals.words
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (admission === 'signed_out' && reads && (event.isDataRequest || showsPage(request)))
    redirect(303, `/operatori/accedi?poi=${encodeURIComponent(url.pathname + url.search)}`)
  const [status, message] = admission === 'signed_out' ? [401, auth.over.title] : [403, settings.forAdministrators]
  if (event.isDataRequest || !showsPage(request)) error(status, message)
  locals.refused = { status, message, ...(admission === 'signed_out' && { again: await typedIn(request) }) }
  // Read and not sent, so that no action runs: the layout of work refuses, and the page of the error has its shell.
  return resolve({ ...event, request: new Request(request.url, { headers: request.headers }) })
}

function showsPage({ headers }: Request): boolean {
  return headers.get('accept')?.includes('text/html') ?? false
}

/** Everything that was written; files cannot be given back. */
async function typedIn(request: Request): Promise<NonNullable<App.Error['again']>> {
  const sent = [...(await readForm(request))]
  const fields = sent.flatMap(([name, value]) => (typeof value === 'string' ? [[name, value] as const] : []))
  const files = sent.some(([, value]) => typeof value !== 'string' && value.size > 0)
  return { fields, files }
}
