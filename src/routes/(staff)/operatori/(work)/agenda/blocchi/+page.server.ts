import { error, redirect } from '@sveltejs/kit'
import { type Block, type BlockId, checkBlock } from '#domain/appointments/block.ts'
import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { daysAfter, instantOf, startOfDay } from '#domain/shared/day-span.ts'
import { isId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { writeShort } from '#lib/messages/dates.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { previewBlock } from '#server/queries/appointments/preview-block.ts'
import { listBlocks } from '#server/storage/appointments/blocks.ts'
import { blockHours } from '#server/use-cases/appointments/block-hours.ts'
import { unblockHours } from '#server/use-cases/appointments/unblock-hours.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm, type Said, typedIn } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { askedCalendar, backTo, todayOf } from '../asked-agenda.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'
import { presentAffected } from './present-affected.server.ts'

/** So far ahead blocked hours are listed, in days. */
const ahead = 366

/** Hours in which nobody is received: those there are, and new ones, with whom they would affect. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const calendar = calendarOf(url, locals)
  const { zone } = directory.tenant.settings.calendar
  const today = todayOf(locals)
  const span = { from: installation.world.now(), to: startOfDay(daysAfter(today, ahead), zone) }
  const blocks = await installation.world.read(directory.tenant.id, (reader) =>
    listBlocks(reader, { calendars: [calendar.id], ...span }),
  )
  return {
    locale,
    agenda: words.agenda,
    forms: words.forms,
    back: backTo(calendar, locals),
    seats: Array.from({ length: calendar.seats }, (_, at) => ({
      value: String(at + 1),
      label: fill(words.agenda.seatOf, { n: at + 1 }),
    })),
    blocks: blocks.map((block) => ({
      id: block.id as string,
      line: fill(words.agenda.blocks.line, {
        from: writeShort(block.from, locale, zone),
        to: writeShort(block.to, locale, zone),
        seat: block.seat === null ? words.agenda.blocks.allSeats : fill(words.agenda.seatOf, { n: block.seat }),
      }),
      note: block.note,
    })),
    done: doneText(url.searchParams, locals),
  }
}

function doneText(search: URLSearchParams, { words, locale }: App.Locals): string | null {
  const { blocks } = words.agenda
  if (search.has('riaperto')) return blocks.opened
  const affected = Number(search.get('bloccato') ?? Number.NaN)
  if (!Number.isInteger(affected)) return null
  return affected === 0 ? blocks.doneNobody : count(locale, blocks.done, affected)
}

function calendarOf(url: URL, locals: App.Locals): BookingCalendar {
  return askedCalendar(url.searchParams.get('calendario'), locals) ?? error(404, locals.words.agenda.none)
}

type Refusal = keyof Dictionary['agenda']['blocks']['refusal']

function said({ words }: App.Locals): Said<Refusal> {
  return {
    words: words.agenda.blocks.refusal,
    fields: {
      seat_unknown: 'seat',
      from_missing: 'from',
      to_missing: 'to-moment',
      span_wrong: 'to-moment',
      note_too_long: 'note',
    },
  }
}

export const actions: Actions = {
  preview: async ({ locals, request, url }) => {
    const form = await readForm(request)
    const asked = readBlock(form, url, locals)
    if (!asked.ok) return failForm('block', asked, form, said(locals))
    return preview(asked.value, form, locals)
  },
  block: async ({ locals, request, url }) => {
    const { installation, directory } = locals
    const form = await readForm(request)
    const asked = readBlock(form, url, locals)
    if (!asked.ok) return failForm('block', asked, form, said(locals))
    if (textOf(form, 'seen') !== seenOf(asked.value)) return preview(asked.value, form, locals)
    const { id: _, ...block } = asked.value
    const answer = await blockHours(installation.world, directory.tenant.id, { ...block, by: staffOf(locals) })
    if (!answer.ok) return failForm('block', answer, form, said(locals))
    redirect(303, `${url.pathname}?calendario=${block.calendar}&bloccato=${answer.value.affected.length}`)
  },
  open: async ({ locals, request, url }) => {
    const { installation, directory } = locals
    const form = await readForm(request)
    const block = textOf(form, 'block')
    const answer = isId(block)
      ? await unblockHours(installation.world, directory.tenant.id, { block: block as BlockId, by: staffOf(locals) })
      : refuse('no_such_block' as const)
    if (!answer.ok) return failForm('open', answer, form, said(locals))
    redirect(303, `${url.pathname}?calendario=${calendarOf(url, locals).id}&riaperto`)
  },
}

/** What the form asks to block; a preview has no block yet, and hence no name for it. */
function readBlock(form: FormData, url: RequestEvent['url'], locals: App.Locals): Result<Block, Refusal> {
  const { installation, directory } = locals
  const { zone } = directory.tenant.settings.calendar
  const calendar = calendarOf(url, locals)
  const [from, to] = [instantOf(textOf(form, 'from'), zone), instantOf(textOf(form, 'to'), zone)]
  if (!from) return refuse('from_missing')
  if (!to) return refuse('to_missing')
  const seat = textOf(form, 'seat')
  const block = { seat: seat === '' ? null : Number(seat), from, to, note: textOf(form, 'note').trim() }
  const checked = checkBlock(block, calendar, staffOf(locals), installation.world.now())
  return checked.ok ? done({ ...block, id: installation.world.newId(), calendar: calendar.id }) : checked
}

/** What was looked at, so that no other hours are blocked than those whose people were seen. */
function seenOf({ seat, from, to }: Block): string {
  return [seat ?? '', from.toISOString(), to.toISOString()].join(' ')
}

async function preview(block: Block, form: FormData, locals: App.Locals) {
  const { installation, directory, words } = locals
  const { world } = installation
  const calendar = directory.calendars.get(block.calendar)
  if (!calendar) error(404, words.errors.notFound)
  const rules = { calendar, body: directory.tenant.settings.calendar }
  const affected = await world.read(directory.tenant.id, (reader) =>
    previewBlock(reader, directory, rules, { block, now: world.now() }),
  )
  return {
    preview: { seen: seenOf(block), changed: form.has('seen'), ...presentAffected(affected, calendar, locals) },
    values: typedIn(form),
  }
}
