import pg from 'pg'
import type { TenantId } from '#domain/shared/id.ts'

/** Tells whoever looks at a desk that something moved there. */
export type DeskSignals = {
  /** Calls back whenever something moved in the body's inbox, or may have while nobody could hear it; the answer ends it. */
  listen(tenant: TenantId, tell: () => void): () => void
  close(): Promise<void>
}

const secondAttempt = 5000

/**
 * Listens on one connection of its own for what PostgreSQL says on the channel. Where it cannot (a pooler in transaction mode, an
 * outage), pages are right whenever they are loaded again; it goes on trying.
 */
export function openDeskSignals(url: string, channel: string, onFault: (fault: unknown) => void): DeskSignals {
  const listeners = new Map<string, Set<() => void>>()
  let client: pg.Client | null = null
  let timer: NodeJS.Timeout | null = null
  let closed = false

  const again = () => {
    if (closed || timer !== null) return
    timer = setTimeout(() => {
      timer = null
      connect().catch(onFault)
    }, secondAttempt)
    timer.unref()
  }
  const connect = async (): Promise<void> => {
    const fresh = new pg.Client({ connectionString: url, application_name: 'filo-signals' })
    client = fresh
    fresh.on('error', again)
    fresh.on('end', again)
    fresh.on('notification', ({ payload }) => {
      for (const tell of listeners.get(payload ?? '') ?? []) tell()
    })
    try {
      await fresh.connect()
      await fresh.query(`listen ${channel}`)
      // What was said while there was no connection is lost: everybody looks for themselves.
      for (const tells of listeners.values()) for (const tell of tells) tell()
    } catch (fault) {
      again()
      throw fault
    }
  }
  return {
    listen: (tenant, tell) => {
      if (client === null) connect().catch(onFault)
      const tells = listeners.get(tenant) ?? new Set()
      listeners.set(tenant, tells.add(tell))
      return () => {
        tells.delete(tell)
        if (tells.size === 0) listeners.delete(tenant)
      }
    },
    close: async () => {
      closed = true
      if (timer) clearTimeout(timer)
      await client?.end().catch(() => undefined)
    },
  }
}
