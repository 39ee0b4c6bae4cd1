import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Id } from '#domain/shared/id.ts'
import type { Config } from './config.ts'
import { type DeskSignals, openDeskSignals } from './gateways/desk-signals.ts'
import { type EmbeddedPostgres, holdFolder, startEmbeddedPostgres } from './gateways/embedded-postgres.ts'
import { openFiles } from './gateways/files.ts'
import { openImages } from './gateways/images.ts'
import { type Limits, openLimits } from './gateways/limits.ts'
import { type Mailer, openMailer } from './gateways/mail.ts'
import { fetchRemoteMedia, type RemoteMedia } from './gateways/remote-media.ts'
import { createHandlers } from './jobs/handlers/handlers.ts'
import { type Handlers, openQueue, type Queue } from './jobs/queue.ts'
import { type Database, openDatabase } from './storage/database.ts'
import { openDirectories } from './storage/directory.ts'
import { deskChannel } from './storage/inbox.ts'
import { installationSecret } from './storage/installation.ts'
import { migrate } from './storage/migrate.ts'
import type { World } from './world.ts'

/** The running whole: what pages, APIs, jobs and the command line are given. */
export type Installation = {
  readonly config: Config
  readonly world: World
  readonly database: Database
  readonly queue: Queue
  readonly handlers: Handlers
  readonly limits: Limits
  readonly signals: DeskSignals
  close(): Promise<void>
}

/** What tests put in the place of the real thing. */
export type Replacements = {
  readonly now?: () => Date
  readonly mailer?: Mailer
  readonly fetchMedia?: RemoteMedia
  readonly onFault?: (fault: unknown) => void
}

/** Builds the world, here and nowhere else: for the web, workers, the command line and tests. */
export async function boot(config: Config, replacements: Replacements = {}): Promise<Installation> {
  const engine = config.databaseUrl === undefined ? await startOwnEngine(config) : null
  const url = config.databaseUrl ?? engine?.url('filo') ?? ''
  await migrate(url)
  const onFault = replacements.onFault ?? ((fault: unknown) => console.error(fault))
  const queue = await openQueue(url, { works: config.jobs !== 'off', onFault })
  const database = await openDatabase(url, queue.enqueue)
  const world = await openWorld(config, database, replacements)
  const handlers = createHandlers({
    world,
    everywhere: database.everyTenant,
    mailer: replacements.mailer ?? openMailer(config.mailUrl, config.mailFolder),
    fetchMedia: replacements.fetchMedia ?? ((address) => fetchRemoteMedia(address, { allowedHosts: config.mediaHosts })),
    origin: config.origin,
    onFault,
  })
  const signals = openDeskSignals(url, deskChannel, onFault)
  return {
    config,
    world,
    database,
    queue,
    handlers,
    limits: openLimits(database.pool, config.rateLimits),
    signals,
    close: async () => {
      await signals.close()
      await queue.stop()
      await database.close()
      await engine?.stop()
    },
  }
}

async function startOwnEngine(config: Config): Promise<EmbeddedPostgres> {
  await mkdir(config.data, { recursive: true })
  const release = await holdFolder(config.data)
  const engine = await startEmbeddedPostgres(join(config.data, 'postgres'), 'filo')
  return { ...engine, stop: () => engine.stop().then(release) }
}

async function openWorld(config: Config, database: Database, { now = () => new Date() }: Replacements): Promise<World> {
  return {
    now,
    newId: <Of extends string>() => uuidv7() as Id<Of>,
    read: database.read,
    transaction: database.transaction,
    directories: openDirectories(database, now),
    files: openFiles(config.storageUrl, config.filesFolder),
    images: openImages(),
    secret: await installationSecret(database),
  }
}
