import { fail, type RequestEvent, redirect } from '@sveltejs/kit'
import { type BookingContent, bookingProblems, stepToDo } from '#domain/appointments/booking-draft.ts'
import { adopt } from '#domain/citizens/adopt.ts'
import type { Draft } from '#server/storage/drafts.ts'
import { extendHold } from '#server/use-cases/appointments/extend-hold.ts'
import { saveDraft } from '#server/use-cases/drafts/save-draft.ts'
import { readForm, textOf } from '../../read-form.server.ts'
import { keepIfAsked, signInAt } from '../personal-area.server.ts'
import { keepSlot, pathOf, requireBooking, saveStep } from './booking.server.ts'
import { wordProblems } from './word-problems.server.ts'

const before = { details: 'time', applicant: 'details' } as const

const texts = ['details', 'firstName', 'lastName', 'email'] as const

type Event = Pick<RequestEvent, 'cookies' | 'locals' | 'request' | 'url'>

/**
 * One of the steps in which something is written: whatever button was pressed, everything that was typed is kept first. Going on keeps
 * the slot once more where its time is over.
 */
export async function takeStep(event: Event, step: 'details' | 'applicant') {
  const { installation, directory, clientAddress, words } = event.locals
  const { world, limits } = installation
  const form = await readForm(event.request)
  const booking = await requireBooking(event)
  const content = adopt(readBookingForm(booking.draft.content, form), event.locals.citizen)
  if (!(await limits.take('draft-save', clientAddress)))
    return fail(429, { tooMany: words.errors.tooMany, typed: content, ...wordProblems(event.locals, []) })
  await saveDraft(world, directory.tenant.id, booking.draft.id, content)
  await keepIfAsked(event.locals, form, content)
  await leave(event, textOf(form, 'do'), step, { id: booking.draft.id, content })
  const wrong = bookingProblems(content, directory.calendars).filter((problem) => problem.step === step)
  if (wrong.length > 0) return fail(422, { tooMany: '', typed: content, ...wordProblems(event.locals, wrong) })
  if (!(await keepSlot(event, { ...booking, draft: { ...booking.draft, content } }))) redirect(303, pathOf('time'))
  redirect(303, pathOf(stepToDo(content, directory.calendars)))
}

type Saved = Pick<Draft<BookingContent>, 'id' | 'content'>

async function leave(event: Event, intent: string, step: keyof typeof before, saved: Saved): Promise<void> {
  const { installation, directory } = event.locals
  if (intent === 'back') redirect(303, pathOf(before[step]))
  if (intent === 'enter') redirect(303, signInAt(pathOf(step)))
  if (intent === 'save') await saveStep(event, step, saved)
  if (intent !== 'extend') return
  await extendHold(installation.world, directory.tenant.id, { key: saved.id })
  redirect(303, `${pathOf(step)}#riserva`)
}

/** What the form does not hold stays as it was. */
function readBookingForm(content: BookingContent, form: FormData): BookingContent {
  const typed = Object.fromEntries(texts.filter((name) => form.has(name)).map((name) => [name, textOf(form, name)]))
  return { ...content, ...typed, reason: textOf(form, 'reason') || content.reason }
}
