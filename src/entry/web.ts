import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { boot } from '#server/boot.ts'
import { readConfig } from '#server/config.ts'
import { createApi, isApiPath } from '#server/delivery/api.ts'
import { seedDemonstration } from '#server/delivery/cli/seed-demonstration.ts'

type Listener = (request: IncomingMessage, response: ServerResponse) => void

/** Pages take photos of 15 MB, five at once, and documents beside them. */
process.env.BODY_SIZE_LIMIT ??= '120M'
process.env.PROTOCOL_HEADER = 'x-forwarded-proto'
process.env.ADDRESS_HEADER = 'x-filo-client'

const config = readConfig(process.env)
const installation = await boot(config)
const demonstration = await seedDemonstration(installation, process.argv.includes('--demo'))
if (config.jobs !== 'off') await installation.queue.work(installation.handlers)

const server = createServer(await listener())
server.requestTimeout = 120_000
if (config.jobs !== 'only') {
  await new Promise<void>((ready) => server.listen(config.port, config.host, ready))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  for (const line of demonstration) console.log(line)
  console.log(
    config.mailUrl
      ? `mail goes out by ${new URL(config.mailUrl).host}`
      : `mails are written to ${config.mailFolder}, shown at /sviluppo/posta`,
  )
  console.log(`ready http://${config.host}:${port}`)
} else {
  console.log('ready for jobs')
}

process.once('SIGTERM', stop)
process.once('SIGINT', stop)

async function listener(): Promise<Listener> {
  if (config.jobs === 'only') return (_, response) => void response.writeHead(404).end()
  const pages: { handler: Listener } = await import(new URL('../../build/handler.js', import.meta.url).href)
  const api = getRequestListener(createApi(installation).fetch)
  return (request, response) => {
    trust(request)
    request.filo = installation
    if (isApiPath(request.url ?? '')) api(request, response)
    else pages.handler(request, response)
  }
}

/** What a proxy says of the client counts only where there is a proxy; the nearest one appends the address that it saw. */
function trust(request: IncomingMessage): void {
  const forwarded = config.trustProxy
    ? String(request.headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : ''
  request.headers['x-filo-client'] = forwarded || (request.socket.remoteAddress ?? 'unknown')
  if (!config.trustProxy || request.headers['x-forwarded-proto'] !== 'https') request.headers['x-forwarded-proto'] = 'http'
}

/** What is under way is finished; after nine seconds what is left is cut. */
function stop(): void {
  const cut = setTimeout(() => process.exit(1), 9000)
  server.close(() => {
    installation.close().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
  server.closeIdleConnections()
  cut.unref()
}
