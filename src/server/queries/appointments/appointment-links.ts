import type { AppointmentId, WaitingId } from '#domain/appointments/appointment.ts'
import type { Locale } from '#domain/shared/words.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { signAppointmentLink, signWaitingLink } from '#server/gateways/secrets.ts'
import type { Directory } from '#server/storage/directory.ts'

export type Linked = { readonly directory: Directory; readonly origin: string; readonly secret: Uint8Array }

/** The address that opens an appointment to whoever comes, or an offer to whoever waits, in their language. */
export function appointmentLink(linked: Linked, appointment: AppointmentId, locale: Locale): string {
  const { directory, secret } = linked
  return address(linked, `/appuntamenti/${signAppointmentLink(secret, directory.tenant.id, appointment)}`, locale)
}

/** The address by which somebody leaves the waiting list, in their language. */
export function waitingLink(linked: Linked, waiting: WaitingId, locale: Locale): string {
  const { directory, secret } = linked
  return address(linked, `/appuntamenti/attesa/${signWaitingLink(secret, directory.tenant.id, waiting)}`, locale)
}

function address({ directory, origin }: Linked, path: string, locale: Locale): string {
  const link = new URL(path, tenantOrigin(directory.hosts, origin))
  if (locale !== 'it') link.searchParams.set('lingua', locale)
  return link.href
}
