import { openCounterStream } from '#server/delivery/web/counter-stream.ts'
import { staffStillThere } from '#server/delivery/web/staff-session.ts'
import { inboxScope, readAskedList } from '../(desk)/inbox-filter.server.ts'
import { staffOf } from '../staff-of.server.ts'
import type { RequestHandler } from './$types'

/** The inbox's counters as they move, as server-sent events; a page without them is right when it is loaded again. */
export const GET: RequestHandler = ({ locals, url, request }) => {
  const { installation, directory } = locals
  const staff = staffOf(locals)
  const cookie = request.headers.get('cookie')
  const stream = openCounterStream(installation, {
    tenant: directory.tenant.id,
    scope: inboxScope(readAskedList(url.searchParams, locals).filter, staff.account, directory),
    who: () => staffStillThere(installation, directory, cookie),
    gone: request.signal,
  })
  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
