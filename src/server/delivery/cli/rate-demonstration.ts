import { z } from 'zod'
import { type RatingSubject, subjectKinds } from '#domain/ratings/subject.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { Directory } from '#server/storage/directory.ts'
import { listSubjects } from '#server/storage/ratings.ts'
import { leaveRating } from '#server/use-cases/ratings/leave-rating.ts'
import { setImprovement } from '#server/use-cases/ratings/set-improvement.ts'
import type { World } from '#server/world.ts'
import { seededRandom } from './demonstration-life.ts'
import { readJson } from './read-plan.ts'

const ratingsInAll = 240
const day = 86_400_000

const words = z.object({ it: z.string(), en: z.string() })
const weighed = { weight: z.number().positive(), liking: z.number().min(0).max(1) }
const schema = z.object({
  subjects: z.array(
    z.union([
      z.object({ kind: z.enum(subjectKinds), key: z.string(), path: z.string(), title: words, ...weighed }),
      z.object({ kind: z.literal('office'), office: z.string(), ...weighed }),
    ]),
  ),
  liked: z.array(z.string()),
  difficult: z.array(z.string()),
  improvements: z.array(z.object({ subject: z.string(), daysAgo: z.number(), text: words })),
})

type Plan = z.infer<typeof schema>

/** Rates the demonstration for a year, by people who are not there, and says what was changed for them. */
export async function rateDemonstration(world: World, directory: Directory, folder: string): Promise<void> {
  const plan = schema.parse(await readJson(folder, 'ratings.json'))
  const random = seededRandom(20_260_402)
  const { id: tenant, settings } = directory.tenant
  for (let n = 0; n < ratingsInAll; n++) {
    const { subject, liking } = chooseSubject(plan, directory, random)
    const happy = random() < liking
    const texts = happy ? plan.liked : plan.difficult
    const detail = random() < 0.25 ? (texts[Math.floor(random() * texts.length)] ?? null) : null
    const rating = {
      stars: happy ? 4 + Math.round(random()) : 1 + Math.floor(random() * 3),
      answer: random() < 0.7 ? 1 + Math.floor(random() * 5) : null,
      detail,
    }
    const moment = new Date(world.now().getTime() - 365 * day * random() ** 1.4)
    await leaveRating({ ...world, now: () => moment }, tenant, { subject, rating, address: `visitor-${n}`, agent: '' })
  }
  const subjects = await world.read(tenant, listSubjects)
  for (const { subject, daysAgo, text } of plan.improvements) {
    const setting = {
      subject: subjects.find(({ key }) => key === subject)?.id ?? null,
      day: civilDate(new Date(world.now().getTime() - daysAgo * day), settings.calendar.zone),
      text,
    }
    const said = await setImprovement(world, tenant, { by: { kind: 'system' }, id: null, setting, seen: null })
    if (!said.ok) throw new Error(`${text.it}: ${said.refusal}`)
  }
}

function chooseSubject({ subjects }: Plan, { offices }: Directory, random: () => number) {
  let left = random() * subjects.reduce((sum, { weight }) => sum + weight, 0)
  const chosen = subjects.find(({ weight }) => {
    left -= weight
    return left < 0
  })
  if (!chosen) throw new Error('nothing to rate')
  if (!('office' in chosen)) {
    const { kind, key, path, title, liking } = chosen
    return { subject: { kind, key, path, title, office: null } satisfies RatingSubject, liking }
  }
  const office = [...offices.values()].find(({ code }) => code === chosen.office)
  if (!office) throw new Error(`no office ${chosen.office}`)
  const path = `/amministrazione/uffici/${office.code}`
  const subject: RatingSubject = { kind: 'office', key: office.id, path, title: office.name, office: office.id }
  return { subject, liking: chosen.liking }
}
