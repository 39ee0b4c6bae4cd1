import { type RequestEvent, redirect } from '@sveltejs/kit'
import type { BookingContent, BookingStep } from '#domain/appointments/booking-draft.ts'
import type { Draft } from '#server/storage/drafts.ts'
import { sendDraftLink } from '#server/use-cases/drafts/send-draft-link.ts'
import { pathOf } from './booking.server.ts'

/** What was saved is found again from another device by whoever gave an address; everybody finds it on this one. */
export async function saveForLater(
  { locals }: Pick<RequestEvent, 'locals'>,
  step: BookingStep,
  { id, content }: Pick<Draft<BookingContent>, 'id' | 'content'>,
): Promise<never> {
  const { installation, directory, clientAddress, locale } = locals
  const { email } = content
  const may = email.trim() !== '' && (await installation.limits.take('draft-mail', clientAddress))
  const mailed = may && (await sendDraftLink(installation.world, directory.tenant.id, id, email, locale)).ok
  redirect(303, `${pathOf(step)}?salvata=${mailed ? 'email' : '1'}`)
}
