import { join, resolve } from 'node:path'
import { z } from 'zod'

const schema = z.object({
  FILO_PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  FILO_HOST: z.string().default('127.0.0.1'),
  FILO_ORIGIN: z.url({ protocol: /^https?$/ }).optional(),
  FILO_DATA: z.string().default('./var'),
  FILO_DATABASE_URL: z.string().optional(),
  FILO_STORAGE_URL: z.string().optional(),
  FILO_MAIL_URL: z.string().optional(),
  FILO_JOBS: z.enum(['inline', 'off', 'only']).default('inline'),
  FILO_DEMO_PASSWORD: z.string().min(8).optional(),
  FILO_DEMO_API_KEY: z.string().min(8).optional(),
  FILO_MEDIA_HOSTS: z.string().default(''),
  FILO_TRUST_PROXY: z.enum(['0', '1']).default('0'),
  FILO_RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  FILO_METRICS_TOKEN: z.string().optional(),
})

/** What the environment says, read once at start. */
export type Config = {
  readonly port: number
  readonly host: string
  readonly origin: string
  readonly data: string
  readonly databaseUrl: string | undefined
  readonly storageUrl: string | undefined
  readonly filesFolder: string
  readonly mailUrl: string | undefined
  readonly mailFolder: string
  readonly jobs: 'inline' | 'off' | 'only'
  readonly demoPassword: string | undefined
  readonly demoApiKey: string | undefined
  readonly mediaHosts: readonly string[]
  readonly trustProxy: boolean
  readonly rateLimits: boolean
  readonly metricsToken: string | undefined
}

/** Reads the environment, or throws a sentence that names what is wrong in it. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(given)
  if (!parsed.success) throw new Error(parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('\n'))
  const env = parsed.data
  const data = resolve(env.FILO_DATA)
  return {
    port: env.FILO_PORT,
    host: env.FILO_HOST,
    origin: (env.FILO_ORIGIN ?? `http://${env.FILO_HOST}:${env.FILO_PORT}`).replace(/\/$/, ''),
    data,
    databaseUrl: env.FILO_DATABASE_URL,
    storageUrl: env.FILO_STORAGE_URL,
    filesFolder: join(data, 'files'),
    mailUrl: env.FILO_MAIL_URL,
    mailFolder: join(data, 'mail'),
    jobs: env.FILO_JOBS,
    demoPassword: env.FILO_DEMO_PASSWORD,
    demoApiKey: env.FILO_DEMO_API_KEY,
    mediaHosts: env.FILO_MEDIA_HOSTS.split(',').filter((host) => host !== ''),
    trustProxy: env.FILO_TRUST_PROXY === '1',
    rateLimits: env.FILO_RATE_LIMITS === 'on',
    metricsToken: env.FILO_METRICS_TOKEN,
  }
}
