import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type Staff, worksIn } from '#domain/people/actor.ts'
import type { Move } from '#domain/reports/move.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { OfficeId, ReportId } from '#domain/shared/id.ts'
import type { Place } from '#domain/shared/place.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import type { Directory } from '#server/storage/directory.ts'
import { forgetWaitingMails } from '#server/storage/mail-log.ts'
import { moderateReport } from '#server/use-cases/reports/moderate-report.ts'
import { moveReport } from '#server/use-cases/reports/move-report.ts'
import { openReport } from '#server/use-cases/reports/open-report.ts'
import { writeNote } from '#server/use-cases/reports/write-note.ts'
import type { World } from '#server/world.ts'
import { chooseLife, chooseMoments, type Step, seededRandom, type Template, templateSchema } from './demonstration-life.ts'
import { type Album, openAlbum, sceneOf } from './demonstration-pictures.ts'
import { readJson } from './read-plan.ts'

const reportsInAll = 320
const hour = 3_600_000

const streetSchema = z.array(
  z.object({ name: z.string(), line: z.array(z.tuple([z.number(), z.number()])), to: z.number().nullable() }),
)
const namesSchema = z.object({
  firstNames: z.array(z.string()),
  surnames: z.array(z.string()),
  recipients: z.array(z.string()),
  reopenings: z.array(z.string()),
})

type Street = z.infer<typeof streetSchema>[number]
type Names = z.infer<typeof namesSchema>
/** The office that a report goes to and somebody in it. */
type Worker = { readonly office: OfficeId; readonly staff: Staff }

type Stock = {
  readonly templates: readonly Template[]
  readonly streets: readonly Street[]
  readonly names: Names
  readonly album: Album
}

/** Lets the demonstration body live for two years: the same use cases as in earnest, at moments of the past, and no mail goes out. */
export async function liveDemonstration(
  world: World,
  directory: Directory,
  people: ReadonlyMap<string, Staff>,
  folder: string,
): Promise<void> {
  const random = seededRandom(20_260_401)
  const stock: Stock = {
    templates: z.array(templateSchema).parse(await readJson(folder, 'reports.json')),
    streets: streetSchema.parse(await readJson(folder, 'streets.json')),
    names: namesSchema.parse(await readJson(folder, 'names.json')),
    album: openAlbum(world),
  }
  const now = world.now()
  for (const sent of chooseMoments(reportsInAll, now, random)) {
    const life = new Life(world, directory, [...people.values()], stock, random, sent)
    await life.live(now)
  }
  await world.transaction(directory.tenant.id, forgetWaitingMails)
}

/** One report and whoever deals with it; the clock of its world is set by what happens. */
class Life {
  readonly #world: World
  readonly #directory: Directory
  readonly #people: readonly Staff[]
  readonly #stock: Stock
  readonly #random: () => number
  #clock: Date

  constructor(world: World, directory: Directory, people: readonly Staff[], stock: Stock, random: () => number, sent: Date) {
    this.#clock = sent
    this.#world = silenced(world, () => this.#clock)
    this.#directory = directory
    this.#people = people
    this.#stock = stock
    this.#random = random
  }

  async live(now: Date): Promise<void> {
    const template = this.#pick(this.#stock.templates)
    const age = (now.getTime() - this.#clock.getTime()) / (24 * hour)
    const consent = this.#random() < 0.85
    const steps = chooseLife(template, age, this.#random).filter((step) => consent || step !== 'publish')
    const { report, worker } = await this.#open(template, consent)
    for (const [at, step] of steps.entries()) {
      const remaining = now.getTime() - this.#clock.getTime()
      const pause = Math.min((2 + 70 * this.#random()) * hour, (remaining * 0.8) / (steps.length - at))
      this.#clock = new Date(this.#clock.getTime() + pause)
      await this.#step(step, report, worker, template)
    }
  }

  async #open(template: Template, consent: boolean): Promise<{ report: ReportId; worker: Worker }> {
    const category = [...this.#directory.categories.values()].find(({ code }) => code === template.category)
    if (!category) throw new Error(`no category ${template.category}`)
    const { place, address } = this.#somewhere()
    const firstName = this.#pick(this.#stock.names.firstNames)
    const lastName = this.#pick(this.#stock.names.surnames)
    const opened = await openReport(this.#world, this.#directory.tenant.id, {
      submissionKey: randomUUID(),
      kind: template.kind,
      category: category.id,
      title: template.title,
      description: template.description,
      answers: Object.fromEntries(
        Object.entries(template.answers).map(([code, given]) => [code, typeof given === 'string' ? [given] : given]),
      ),
      place,
      address,
      author: {
        firstName,
        lastName,
        email: `${firstName}.${lastName}@cittadini.example`.toLowerCase().replace('ò', 'o'),
        phone: null,
        locale: 'it',
      },
      consent,
      channel: this.#pick(['web', 'web', 'web', 'web', 'phone', 'counter', 'app', 'email']),
      by: { kind: 'author' },
      recordedBy: null,
      draft: null,
      attachments: await this.#photos(template),
      mediaUrls: [],
    })
    if (!opened.ok) throw new Error(`${template.title}: ${opened.refusal}`)
    return { report: opened.value.report, worker: this.#workerOf(category.office) }
  }

  async #step(step: Step, report: ReportId, worker: Worker, template: Template): Promise<void> {
    const tenant = this.#directory.tenant.id
    const desk = this.#desk()
    if (step === 'publish') {
      return check(
        step,
        await moderateReport(this.#world, tenant, { report, moderation: 'approved', seenVersion: null, by: desk }),
      )
    }
    if (step === 'note') {
      const text = template.note ?? 'Sopralluogo fatto.'
      return check(step, await writeNote(this.#world, tenant, { report, text, seenVersion: null, by: desk }))
    }
    const move = this.#move(step, worker, template)
    const by =
      step === 'answer' || step === 'withdraw' ? ({ kind: 'author', report } as const) : step === 'work' ? worker.staff : desk
    check(step, await moveReport(this.#world, tenant, { report, move, seenVersion: null, by, channel: 'web' }))
  }

  #move(step: Exclude<Step, 'publish' | 'note'>, worker: Worker, template: Template): Move {
    switch (step) {
      case 'take':
        return { act: 'take_in_charge', office: worker.office, person: this.#random() < 0.5 ? worker.staff.account : null }
      case 'ask':
        return { act: 'ask', text: template.question?.ask ?? '' }
      case 'answer':
        return { act: 'answer', text: template.question?.answer ?? '' }
      case 'plan':
        return {
          act: 'plan',
          date: civilDate(
            new Date(this.#clock.getTime() + (3 + 9 * this.#random()) * 24 * hour),
            this.#directory.tenant.settings.calendar.zone,
          ),
        }
      case 'entrust':
        return { act: 'entrust', recipient: this.#pick(this.#stock.names.recipients) }
      case 'work':
        return { act: 'mark_worked', text: template.note ?? 'Intervento eseguito.' }
      case 'resolve':
        return { act: 'resolve', text: template.reply }
      case 'decline':
        return {
          act: 'decline',
          reason: template.declined?.reason ?? null,
          text: template.declined?.reply ?? '',
          duplicateOf: null,
        }
      case 'withdraw':
        return { act: 'withdraw' }
      case 'reopen':
        return { act: 'reopen', text: this.#pick(this.#stock.names.reopenings) }
    }
  }

  async #photos(template: Template): Promise<readonly Attachment[]> {
    const scene = sceneOf(template.category)
    if (scene === null || template.kind !== 'problem' || this.#random() > 0.65) return []
    const photo = await this.#stock.album.photo(scene, this.#random() < 0.5 ? 0 : 1)
    return [{ ...photo, at: this.#clock, moderation: 'approved' }]
  }

  #somewhere(): { place: Place; address: string } {
    const street = this.#pick(this.#stock.streets)
    const [longitude, latitude] = this.#pick(street.line)
    return { place: { longitude, latitude }, address: `${street.name} ${1 + Math.floor(this.#random() * (street.to ?? 20))}` }
  }

  #workerOf(office: OfficeId): Worker {
    const staff = this.#people.find((person) => worksIn(person, office))
    if (!staff) throw new Error(`nobody works in ${this.#directory.offices.get(office)?.code}`)
    return { office, staff }
  }

  #desk(): Staff {
    const desk = this.#people.find(({ memberships }) => memberships.some(({ role }) => role === 'desk'))
    if (!desk) throw new Error('the demonstration has no desk')
    return desk
  }

  #pick<T>(from: readonly T[]): T {
    const one = from[Math.floor(this.#random() * from.length)]
    if (one === undefined) throw new Error('nothing to pick from')
    return one
  }
}

/** The world at another time, in which nothing follows: no mail about the past. */
function silenced(world: World, now: () => Date): World {
  return {
    ...world,
    now,
    transaction: (tenant, work) => world.transaction(tenant, (tx) => work({ ...tx, later: async () => undefined })),
  }
}

function check(step: Step, result: { readonly ok: true } | { readonly ok: false; readonly refusal: string }): void {
  if (!result.ok) throw new Error(`${step}: ${result.refusal}`)
}
