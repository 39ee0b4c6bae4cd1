import type { Staff } from '#domain/people/actor.ts'
import { may } from '#domain/reports/may.ts'
import type { Report } from '#domain/reports/report.ts'
import { type AttachmentId, isId } from '#domain/shared/id.ts'
import {
  invitationDays,
  linkRefusal,
  mayInviteSupplier,
  type SupplierLink,
  type SupplierLinkId,
} from '#domain/suppliers/supplier-link.ts'
import type { ShownSupplierLink, ShownSuppliers } from '#lib/components/desk/shown-suppliers.ts'
import { writeDay, writeMoment } from '#lib/messages/dates.ts'
import { fill } from '#lib/messages/fill.ts'
import type { Attachment } from '#server/storage/attachments.ts'
import type { Reader } from '#server/storage/database.ts'
import { moveRules } from '#server/storage/move-rules.ts'
import { listSupplierLinks } from '#server/storage/supplier-links.ts'
import { listSuppliers } from '#server/storage/suppliers.ts'
import { inviteSupplier } from '#server/use-cases/suppliers/invite-supplier.ts'
import { resendSupplierLink } from '#server/use-cases/suppliers/resend-supplier-link.ts'
import { revokeSupplierLink } from '#server/use-cases/suppliers/revoke-supplier-link.ts'
import type { Actions, RequestEvent } from './$types'
import { text } from './asked.server.ts'
import { change } from './change.server.ts'

/** What the page shows of the work given to somebody outside, and what it takes to give it. */
export async function presentSuppliers(
  reader: Reader,
  report: Report,
  attachments: readonly Attachment[],
  staff: Staff,
  locals: App.Locals,
): Promise<ShownSuppliers> {
  const { installation, directory, words } = locals
  const now = installation.world.now()
  const allowed = may(staff, 'invite_supplier', report).ok
  const invited = mayInviteSupplier(report, staff, moveRules(directory, report, now), now)
  const links = await listSupplierLinks(reader, report.id)
  const book = invited.ok ? await listSuppliers(reader) : []
  const photos = attachments.filter(({ kind, message }) => kind === 'photo' && message === null)
  return {
    refusal: invited.ok ? null : words.desk.refusal[invited.refusal],
    wantsNote: report.stage !== 'with_others' && directory.tenant.settings.forcedNotes.includes('entrust'),
    links: links.map((link) => presentLink(link, report, allowed, locals)),
    choices: book
      .filter(({ active }) => active)
      .map(({ id, name, email }) => ({ value: id as string, label: `${name} (${email})` })),
    photos: photos.map(({ id }, at) => ({
      value: id as string,
      label: fill(words.suppliers.file.photo, { n: at + 1 }),
      thumbnail: `/file/${id}/small`,
    })),
    description: report.description,
    hasPlace: report.place !== null,
    days: String(invitationDays.usual),
  }
}

function presentLink(link: SupplierLink, report: Report, allowed: boolean, locals: App.Locals): ShownSupplierLink {
  const { directory, locale, words, installation } = locals
  const { zone } = directory.tenant.settings.calendar
  const { file, state } = words.suppliers
  const refusal = linkRefusal(link, report, installation.world.now())
  const answered = link.state === 'done' || link.state === 'refused'
  const day = (instant: Date) => writeDay(instant, locale, zone)
  const said =
    refusal === 'link_revoked' ? state.revoked : refusal === 'link_expired' && !answered ? state.expired : state[link.state]
  return {
    id: link.id,
    name: link.name,
    email: link.email,
    state: said,
    sent: fill(file.sent, { date: day(link.createdAt), until: day(link.expiresAt) }),
    used: link.usedAt ? fill(file.used, { date: writeMoment(link.usedAt, locale, zone) }) : file.unused,
    mayRevoke: allowed && link.revokedAt === null,
    mayResend: allowed && link.revokedAt === null && !answered && report.stage === 'with_others',
  }
}

/** The forms about somebody outside on the page of a report. */
export const supplierActions = {
  supplier: (event) =>
    change(event, 'supplier', async (form, asked) => {
      const chosen = await chosenSupplier(event, text(form, 'supplier'))
      return inviteSupplier(worldOf(event), tenantOf(event), {
        ...asked,
        name: text(form, 'name').trim() || (chosen?.name ?? ''),
        email: text(form, 'email').trim() || (chosen?.email ?? ''),
        description: text(form, 'text'),
        photos: form.getAll('photo').map(String).filter(isId) as AttachmentId[],
        showsPlace: form.get('place') === 'on',
        days: Number(text(form, 'days')),
        note: text(form, 'note'),
        checked: form.get('checked') === 'on' ? 'checked' : 'unchecked',
      })
    }),
  supplier_revoke: (event) =>
    change(event, 'supplier_revoke', (form, asked) =>
      revokeSupplierLink(worldOf(event), tenantOf(event), { ...asked, seenVersion: null, link: linkOf(form) }),
    ),
  supplier_resend: (event) =>
    change(event, 'supplier_resend', (form, asked) =>
      resendSupplierLink(worldOf(event), tenantOf(event), { ...asked, seenVersion: null, link: linkOf(form) }),
    ),
} satisfies Actions

async function chosenSupplier({ locals }: RequestEvent, id: string) {
  const book = await locals.installation.world.read(locals.directory.tenant.id, listSuppliers)
  return book.find((supplier) => supplier.id === id)
}

/** A link that is none has the shape of one that is not there. */
function linkOf(form: FormData): SupplierLinkId {
  const link = text(form, 'link')
  return (isId(link) ? link : '00000000-0000-7000-8000-000000000000') as SupplierLinkId
}

function worldOf({ locals }: RequestEvent) {
  return locals.installation.world
}

function tenantOf({ locals }: RequestEvent) {
  return locals.directory.tenant.id
}
