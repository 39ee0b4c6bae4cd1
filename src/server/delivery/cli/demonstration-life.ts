import { z } from 'zod'
import { reportKinds } from '#domain/reports/kind.ts'
import { declineReasons } from '#domain/reports/stage.ts'

const answers = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

export const templateSchema = z.object({
  category: z.string(),
  kind: z.enum(reportKinds),
  title: z.string(),
  description: z.string(),
  answers: answers.default({}),
  reply: z.string(),
  declined: z.object({ reason: z.enum(declineReasons), reply: z.string() }).optional(),
  question: z.object({ ask: z.string(), answer: z.string() }).optional(),
  note: z.string().optional(),
})

export type Template = z.infer<typeof templateSchema>

/** What happens to a report of the demonstration, one after the other. */
export type Step =
  | 'take'
  | 'publish'
  | 'note'
  | 'ask'
  | 'answer'
  | 'plan'
  | 'entrust'
  | 'work'
  | 'resolve'
  | 'decline'
  | 'withdraw'
  | 'reopen'

/** Numbers that look random and are the same on every machine (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const closedWays: readonly (readonly [weight: number, steps: readonly Step[]])[] = [
  [26, ['take', 'publish', 'work', 'resolve']],
  [14, ['take', 'publish', 'plan', 'note', 'work', 'resolve']],
  [10, ['take', 'publish', 'ask', 'answer', 'work', 'resolve']],
  [8, ['take', 'publish', 'entrust', 'work', 'resolve']],
  [6, ['take', 'publish', 'work', 'resolve', 'reopen', 'work', 'resolve']],
  [12, ['take', 'publish', 'resolve']],
  [12, ['take', 'note', 'decline']],
  [4, ['withdraw']],
]

const openWays: readonly (readonly [weight: number, steps: readonly Step[]])[] = [
  [26, []],
  [22, ['take', 'publish']],
  [14, ['take', 'publish', 'plan']],
  [10, ['take', 'publish', 'ask']],
  [8, ['take', 'publish', 'ask', 'answer']],
  [10, ['take', 'publish', 'entrust']],
  [10, ['take', 'publish', 'note', 'work']],
]

/** The life of one report: old ones are closed, those of the last weeks mostly still open. */
export function chooseLife(template: Template, ageDays: number, random: () => number): readonly Step[] {
  const open = ageDays < 12 || (ageDays < 40 && random() < 0.45) || random() < 0.04
  const ways = (open ? openWays : closedWays).filter(([, steps]) => {
    if (steps.includes('ask') && !template.question) return false
    return !steps.includes('decline') || template.declined !== undefined
  })
  let left = random() * ways.reduce((sum, [weight]) => sum + weight, 0)
  const chosen = ways.find(([weight]) => {
    left -= weight
    return left < 0
  })
  return chosen?.[1] ?? []
}

/** When each of the reports was sent, oldest first: two years, by day, more often lately. */
export function chooseMoments(count: number, now: Date, random: () => number): readonly Date[] {
  const moments = Array.from({ length: count }, () => {
    const daysAgo = 730 * random() ** 1.7 + 0.1
    const moment = new Date(now.getTime() - daysAgo * 86_400_000)
    moment.setUTCHours(6 + Math.floor(random() * 14), Math.floor(random() * 60), Math.floor(random() * 60))
    return moment > now ? new Date(now.getTime() - 3_600_000) : moment
  })
  return moments.sort((a, b) => a.getTime() - b.getTime())
}
