import { countInbox } from '#server/queries/desk/count-inbox.ts'
import { inboxScope, readAskedList } from '../(desk)/inbox-filter.server.ts'
import { staffOf } from '../staff-of.server.ts'
import type { RequestHandler } from './$types'

/** Counters are told at most this often, however much moves. */
const pause = 1000
/** Something is said now and then, so that proxies keep the connection and a dead one is noticed. */
const breath = 25_000

/** The inbox's counters as they move, as server-sent events; a page without them is right when it is loaded again. */
export const GET: RequestHandler = ({ locals, url, request }) => {
  const { installation, directory } = locals
  const staff = staffOf(locals)
  const { world, signals } = installation
  const tenant = directory.tenant.id
  const scope = inboxScope(readAskedList(url.searchParams, locals).filter, staff.account, directory)
  let end = () => {}
  const stream = new ReadableStream<string>({
    start(controller) {
      let waiting: NodeJS.Timeout | null = null
      const say = (text: string) => controller.enqueue(text)
      const tell = async () => {
        waiting = null
        const counts = await world.read(tenant, (reader) => countInbox(reader, staff, scope))
        if (!request.signal.aborted) say(`event: counts\ndata: ${JSON.stringify(counts)}\n\n`)
      }
      const unlisten = signals.listen(tenant, () => {
        waiting ??= setTimeout(() => tell().catch(end), pause)
      })
      const breathing = setInterval(() => say(': \n\n'), breath)
      end = () => {
        unlisten()
        clearInterval(breathing)
        if (waiting) clearTimeout(waiting)
      }
      request.signal.addEventListener('abort', () => end())
      say('retry: 5000\n\n')
    },
    cancel: () => end(),
  })
  return new Response(stream.pipeThrough(new TextEncoderStream()), {
    headers: { 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-accel-buffering': 'no' },
  })
}
