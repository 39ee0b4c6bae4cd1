import { time, type Waiting, warmUps } from '../time.ts'

type Asked = { readonly name: string; readonly paths: readonly string[]; readonly times?: number }

const times = 60
const password = 'prova-prova-prova'

/** Measures what the desk does all day, one request after the other. */
export async function measureDesk(url: string, sample: Sample): Promise<readonly Waiting[]> {
  const [desk, office] = [await signIn(url, 'urp@genova.example'), await signIn(url, 'strade@genova.example')]
  const found: Waiting[] = []
  for (const asked of screens(sample)) found.push(await measure(asked, (path) => get(url + path, desk)))
  const mine = { name: 'inbox of an office', paths: ['/operatori', '/operatori?azione=work', '/operatori?azione=late'] }
  found.push(await measure(mine, (path) => get(url + path, office)))
  found.push(
    await measure(
      { name: 'triage write', paths: sample.toTriage.map(({ number }) => number), times: sample.toTriage.length - warmUps },
      (number) =>
        triage(
          url,
          sample.toTriage.find((one) => one.number === number),
          desk,
        ),
    ),
  )
  return found
}

/** A report that nobody has in charge yet, as the form of its triage has it. */
export type ToTriage = Readonly<Record<'number' | 'version' | 'kind' | 'category' | 'area' | 'office', string>>

/** Reports of the body in hand, picked by whoever filled it. */
export type Sample = {
  readonly numbers: readonly string[]
  readonly toTriage: readonly ToTriage[]
  readonly streets: readonly string[]
  readonly categories: readonly string[]
  readonly areas: readonly string[]
}

function screens({ numbers, streets, categories, areas }: Sample): readonly Asked[] {
  const buckets = ['take_in_charge', 'read_author', 'answer', 'work', 'wait', 'late']
  const pairs = categories.flatMap((category, at) => [[category, areas[at % areas.length] ?? ''] as const])
  return [
    { name: 'inbox', paths: ['/operatori', ...buckets.map((bucket) => `/operatori?azione=${bucket}`)] },
    {
      name: 'list by stage',
      paths: ['resolved', 'declined', 'in_charge', 'waiting'].map((stage) => `/operatori?stato=${stage}`),
    },
    {
      name: 'list by category and area',
      paths: pairs.map(([category, area]) => `/operatori?categoria=${category}&zona=${area}`),
    },
    {
      name: 'list by office and dates',
      paths: ['strade', 'verde', 'bench-7', 'bench-77'].map(
        (code) => `/operatori?ufficio=${code}&stato=resolved&dal=2025-01-01&al=2025-03-31`,
      ),
    },
    {
      name: 'search by words',
      paths: ['buca', 'lampione spento', 'rifiuti marciapiede', ...streets].map(
        (text) => `/operatori?q=${encodeURIComponent(text)}`,
      ),
    },
    { name: 'search by number', paths: numbers.map((number) => `/operatori?q=${number}`) },
    { name: 'report page', paths: numbers.map((number) => `/operatori/segnalazioni/${number}`) },
    {
      name: 'report page beside a filtered list',
      paths: numbers.map((number) => `/operatori/segnalazioni/${number}?azione=work&mie=si`),
    },
  ]
}

/** What a person at the desk waits for, at one client: from request to the last byte. */
function measure({ name, paths, times: wanted = times }: Asked, ask: (path: string) => Promise<void>): Promise<Waiting> {
  return time(name, wanted, (n) => ask(paths[n % paths.length] ?? ''))
}

async function get(address: string, cookie: string): Promise<void> {
  const answer = await fetch(address, { headers: { cookie } })
  if (!answer.ok) throw new Error(`${answer.status} ${address}`)
  await answer.text()
}

/** The gesture of a triage: taken in charge for its office, pressing, approved. What is shown after it is measured as reading. */
async function triage(url: string, given: ToTriage | undefined, cookie: string): Promise<void> {
  if (!given) throw new Error('the body has too few reports to triage')
  const { number, office, ...asItIs } = given
  const body = new URLSearchParams({ ...asItIs, owner: office, take: 'in_charge', priority: 'high', moderation: 'approved' })
  const answer = await fetch(`${url}/operatori/segnalazioni/${number}?/triage`, {
    method: 'POST',
    headers: { cookie, origin: url, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    body,
    redirect: 'manual',
  })
  if (answer.status !== 303) throw new Error(`${answer.status} for the triage of ${number}`)
}

async function signIn(url: string, email: string): Promise<string> {
  const answer = await fetch(`${url}/operatori/accedi`, {
    method: 'POST',
    headers: { origin: url, accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email, password }),
    redirect: 'manual',
  })
  const [cookie] = answer.headers.getSetCookie().filter((one) => one.startsWith('filo_sessione='))
  if (!cookie) throw new Error(`${email} could not sign in`)
  return cookie.split(';')[0] ?? ''
}
