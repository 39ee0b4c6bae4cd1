import type { Staff } from '#domain/people/actor.ts'
import type { TenantId } from '#domain/shared/id.ts'
import type { DeskSignals } from '#server/gateways/desk-signals.ts'
import { countInbox, type InboxScope } from '#server/queries/desk/count-inbox.ts'
import type { World } from '#server/world.ts'

export type CounterStream = {
  readonly tenant: TenantId
  readonly scope: InboxScope
  /** Whoever listens, as they are now; nobody once they signed out or work here no more. */
  readonly who: () => Promise<Staff | null>
  readonly gone: AbortSignal
}

/** Counters are told at most this often, in milliseconds, however much moves. */
const usualPause = 1000
/** Something is said now and then, so that proxies keep the connection, a dead one is noticed, and nobody listens who may not. */
const breath = 25_000

/** The inbox's counters as server-sent events: how they stand at once, and whenever something moved, as long as somebody may see them. */
export function openCounterStream(
  { world, signals }: { readonly world: World; readonly signals: DeskSignals },
  { tenant, scope, who, gone }: CounterStream,
  pause = usualPause,
): ReadableStream<string> {
  let end = () => {}
  return new ReadableStream<string>({
    start(controller) {
      let waiting: NodeJS.Timeout | null = null
      let open = true
      const say = async (what: (staff: Staff) => Promise<string>) => {
        const staff = await who()
        const text = staff && open ? await what(staff) : null
        if (!open) return
        if (text === null) return finish()
        controller.enqueue(text)
      }
      const tell = () => {
        waiting = null
        say((staff) => countsOf(world, tenant, staff, scope)).catch(finish)
      }
      const unlisten = signals.listen(tenant, () => {
        waiting ??= setTimeout(tell, pause)
      })
      const breathing = setInterval(() => say(async () => ': \n\n').catch(finish), breath)
      end = () => {
        open = false
        unlisten()
        clearInterval(breathing)
        if (waiting) clearTimeout(waiting)
      }
      const finish = () => {
        if (!open) return
        end()
        controller.close()
      }
      gone.addEventListener('abort', finish)
      controller.enqueue('retry: 5000\n\n')
      tell()
    },
    cancel: () => end(),
  })
}

async function countsOf(world: World, tenant: TenantId, staff: Staff, scope: InboxScope): Promise<string> {
  const counts = await world.read(tenant, (reader) => countInbox(reader, staff, scope))
  return `event: counts\ndata: ${JSON.stringify(counts)}\n\n`
}
