import { fromKysely, type JobWithMetadata, PgBoss } from 'pg-boss'
import type { Enqueue } from '#server/storage/database.ts'
import { type JobName, type Jobs, jobNames, type LostJob } from './catalogue.ts'

/** Where the queue lays what it has given up, whatever it was. */
const lostQueue = 'jobs.given-up'

type Payloads = Jobs & { [lostQueue]: LostJob }

export type Handlers = { readonly [Name in keyof Payloads]: (payload: Payloads[Name]) => Promise<void> }

export type Queue = {
  readonly enqueue: Enqueue
  /** Begins to do what is asked for, here in this process. */
  work(handlers: Handlers): Promise<void>
  /** Does everything that is due now and returns how much it was; for tests and for the command line. */
  drain(handlers: Handlers): Promise<number>
  stop(): Promise<void>
}

/** A job is tried again after half a minute, then ever later, for about a day; then it is given up. */
const retries = {
  retryLimit: 12,
  retryDelay: 30,
  retryBackoff: true,
  retryDelayMax: 3 * 3600,
  expireInSeconds: 300,
  deleteAfterSeconds: 14 * 86_400,
}

const schedule = [
  ['sweep.citizens', '7 3 * * *'],
  ['sweep.drafts', '17 3 * * *'],
  ['sweep.salts', '27 3 * * *'],
  ['sweep.files', '47 3 * * *'],
  ['sweep.terms', '* * * * *'],
  ['sweep.holds', '* * * * *'],
] as const satisfies readonly (readonly [JobName, string])[]

/** Opens the job queue, which lives in the same database as the facts. */
export async function openQueue(
  url: string,
  options: { readonly works: boolean; readonly onFault: (fault: unknown) => void },
): Promise<Queue> {
  const boss = new PgBoss({
    connectionString: url,
    max: 3,
    application_name: 'filo-jobs',
    supervise: options.works,
    schedule: options.works,
  })
  boss.on('error', options.onFault)
  await boss.start()
  await makeQueues(boss)
  return {
    enqueue: async (db, name, payload, after) => {
      const inTransaction = fromKysely(db)
      await boss.send(name, payload, { db: inTransaction, ...(after && { startAfter: after }) })
    },
    work: async (handlers) => {
      for (const name of jobNames) await startWorker(boss, name, handlers, options.onFault)
      await startLostWorker(boss, handlers, options.onFault)
      for (const [name, cron] of schedule) await boss.schedule(name, cron, {})
    },
    drain: (handlers) => drain(boss, handlers),
    stop: () => boss.stop({ graceful: true, timeout: 8000 }),
  }
}

/** Queues that were made before there was a place for what is given up are told of it. */
async function makeQueues(boss: PgBoss): Promise<void> {
  const known = new Map((await boss.getQueues()).map((queue) => [queue.name, queue]))
  if (!known.has(lostQueue)) await boss.createQueue(lostQueue, retries)
  for (const name of jobNames) {
    const queue = known.get(name)
    if (!queue) await boss.createQueue(name, { ...retries, deadLetter: lostQueue })
    else if (queue.deadLetter !== lostQueue) await boss.updateQueue(name, { deadLetter: lostQueue })
  }
}

async function startWorker<Name extends JobName>(
  boss: PgBoss,
  name: Name,
  handlers: Handlers,
  onFault: (fault: unknown) => void,
): Promise<void> {
  await boss.work<Payloads[Name]>(name, { pollingIntervalSeconds: 1, batchSize: 20, burstWhenBatchFull: true }, async (jobs) => {
    for (const job of jobs) {
      try {
        await handlers[name](job.data)
      } catch (fault) {
        onFault(fault)
        // Only this one is tried again: the others of its batch are done.
        await boss.fail(name, job.id, { message: String(fault) })
      }
    }
  })
}

async function startLostWorker(boss: PgBoss, handlers: Handlers, onFault: (fault: unknown) => void): Promise<void> {
  const options = { pollingIntervalSeconds: 5, includeMetadata: true } as const
  await boss.work<LostJob['payload'], void, typeof options>(lostQueue, options, async ([job]) => {
    try {
      if (job) await handlers[lostQueue](lostJob(job))
    } catch (fault) {
      onFault(fault)
      throw fault
    }
  })
}

/** The original job is known by its own id, so that what is told of twice is there once. */
function lostJob({ id, data, sourceId, sourceName, sourceOutput }: JobWithMetadata<LostJob['payload']>): LostJob {
  return { id: sourceId ?? id, name: sourceName, payload: data, error: messageIn(sourceOutput) } as LostJob
}

function messageIn(output: object | null): string {
  return output && 'message' in output ? String(output.message) : JSON.stringify(output)
}

async function drain(boss: PgBoss, handlers: Handlers): Promise<number> {
  let finished = 0
  for (let again = true; again; ) {
    again = false
    for (const name of jobNames) {
      const doneNow = await drainQueue(boss, name, handlers)
      finished += doneNow
      again ||= doneNow > 0
    }
    const lost = await boss.fetch<LostJob['payload']>(lostQueue, { batchSize: 100, includeMetadata: true })
    for (const job of lost) {
      await handlers[lostQueue](lostJob(job))
      await boss.complete(lostQueue, job.id)
    }
    finished += lost.length
    again ||= lost.length > 0
  }
  return finished
}

async function drainQueue<Name extends JobName>(boss: PgBoss, name: Name, handlers: Handlers): Promise<number> {
  const jobs = await boss.fetch<Payloads[Name]>(name, { batchSize: 100 })
  for (const job of jobs) {
    try {
      await handlers[name](job.data)
      await boss.complete(name, job.id)
    } catch (fault) {
      await boss.fail(name, job.id, { message: String(fault) })
      throw fault
    }
  }
  return jobs.length
}
