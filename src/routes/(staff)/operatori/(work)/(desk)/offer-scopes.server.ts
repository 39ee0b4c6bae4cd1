import { belongsTo, officesOf, type Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { everything } from '#domain/reports/report-filter.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { ShownList } from '#lib/components/desk/list/shown-list.ts'
import { deskOfficeOf } from '#server/storage/directory.ts'
import type { AskedList } from './inbox-filter.server.ts'
import { hrefOf } from './offer-filters.server.ts'

/** Whose inbox: what lies with everybody whom the person sees, with an office, with the person; the bucket stays. */
export function offerScopes({ filter, look }: AskedList, staff: Staff, locals: App.Locals): ShownList['scopes'] {
  const { directory, locale, words } = locals
  const { scope } = words.inbox
  const seesAll = mayDo(staff, 'see_desk')
  const own = seesAll ? [deskOfficeOf(directory)] : officesOf(staff).filter((office) => belongsTo(staff, office))
  const nameOf = (office: OfficeId) => inLocale(directory.offices.get(office)?.name ?? { it: '' }, locale)
  const one = own.length === 1
  const offices = own.map((office) => ({ label: one ? scope.office : nameOf(office), office, person: null }))
  const offered = [
    { label: scope.all, office: null, person: null },
    // Whoever sees one office alone sees it whole already.
    ...(one && !seesAll ? [] : offices),
    { label: scope.mine, office: null, person: 'me' as const },
  ]
  return offered.map(({ label, office, person }) => ({
    label,
    href: hrefOf({ look, filter: { ...everything, bucket: filter.bucket, office, person } }, locals),
    current: filter.office === office && filter.person === person,
  }))
}
