import type { Staff } from '#domain/people/actor.ts'
import { reportKinds } from '#domain/reports/kind.ts'
import { may } from '#domain/reports/may.ts'
import { priorities } from '#domain/reports/priority.ts'
import type { Report } from '#domain/reports/report.ts'
import { suggestCategory } from '#domain/reports/suggest-category.ts'
import type { Triage } from '#domain/reports/triage.ts'
import { routeReport } from '#domain/routing/route-report.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import { type AreaId, type CategoryId, isId, type OfficeId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { ShownTriage } from '#lib/components/desk/shown-triage.ts'
import { fill } from '#lib/messages/fill.ts'
import { type RoutableReport, routingBody } from '#server/storage/routing-body.ts'
import { triageReport } from '#server/use-cases/reports/triage-report.ts'
import type { RequestEvent } from './$types'
import { readOwner, text } from './asked.server.ts'
import { change } from './change.server.ts'
import { sayApplied } from './present-why.server.ts'

type Locals = App.Locals

/** The form of the triage as the report is now, with what is suggested and why; nothing for whoever may change none of it. */
export function presentTriage(report: RoutableReport, staff: Staff, locals: Locals): ShownTriage | null {
  const { words, directory } = locals
  const mayClassify = may(staff, 'classify', report).ok
  if (!mayClassify && !may(staff, 'prioritise', report).ok) return null
  const { zone } = directory.tenant.settings.calendar
  const dueOn = civilDate(report.resolutionDue, zone)
  const values = {
    kind: report.kind,
    category: report.category,
    area: report.area ?? '',
    priority: report.priority,
    owner: ownerOf(report),
    dueOn,
  }
  return {
    values,
    submitted: report.stage === 'submitted',
    limited: !mayClassify,
    mayTakeTerm: may(staff, 'set_term', report).ok,
    areas: report.place === null ? [...directory.areas.values()].map(({ id, name }) => ({ value: id, label: name })) : [],
    priorities: priorities.map((value) => ({ value, label: words.inbox.priority[value] })),
    observers: report.observers.map((id) => ({ value: id, label: officeName(id, locals) })),
    offices: [...directory.offices.values()]
      .filter(({ id, active }) => active && !report.observers.includes(id))
      .map(({ id }) => ({ value: id, label: officeName(id, locals) })),
    moderations: (['as_it_is', 'approved', 'rejected'] as const).map((value) => ({
      value,
      label: words.triage.moderation[value],
    })),
    suggestion: mayClassify ? suggest(report, values, locals) : null,
  }
}

/** The category that the words point to, and what the rules of the body say of it there or as it is filed now. */
function suggest(report: RoutableReport, values: ShownTriage['values'], locals: Locals): ShownTriage['suggestion'] {
  const { directory, words, locale } = locals
  const found = suggestCategory(report, [...directory.categories.values()])
  const category = directory.categories.get(found?.category ?? report.category)
  if (!category) return null
  const routed = routeReport({ ...report, category: category.id }, routingBody(directory))
  const office = report.stage === 'submitted' ? routed.office : report.routedOffice
  const owner = office === report.routedOffice ? values.owner : office
  const priority = report.priority === 'normal' ? (routed.priority ?? report.priority) : report.priority
  if (!found && owner === values.owner && priority === report.priority) return null
  const why = [
    found ? fill(words.triage.suggestion.why, { words: found.words.join(', ') }) : '',
    routed.rules.length > 0
      ? fill(words.routing.suggestWhy, { rules: routed.rules.map((rule) => sayApplied(rule, locals)).join('; ') })
      : '',
  ]
  const names = { category: inLocale(category.name, locale), office: officeName(routed.office, locals) }
  return {
    values: { ...values, category: category.id, owner, priority },
    what: fill(words.triage.suggestion.what, names),
    why: why.filter(Boolean).join(' '),
  }
}

function ownerOf({ ownerOffice, routedOffice, ownerPerson }: Report): string {
  return [ownerOffice ?? routedOffice, ownerPerson].filter(Boolean).join(':')
}

function officeName(id: OfficeId, { directory, locale }: Locals): string {
  const office = directory.offices.get(id)
  return office ? inLocale(office.name, locale) : ''
}

/** The form of the triage, sent. */
export const triageActions = {
  triage: (event: RequestEvent) =>
    change(event, 'triage', async (form, asked) => {
      const wanted = readTriage(form)
      if (wanted === null) return { ok: false, refusal: 'kind_not_taken' }
      const { world } = event.locals.installation
      return triageReport(world, event.locals.directory.tenant.id, { ...asked, wanted })
    }),
}

function readTriage(form: FormData): Triage | null {
  const kind = reportKinds.find((one) => one === form.get('kind'))
  const category = text(form, 'category')
  if (!kind || !isId(category)) return null
  const { office, person } = readOwner(form)
  const area = text(form, 'area')
  const observers = [...form.getAll('observer'), text(form, 'addObserver')].map(String).filter(isId) as OfficeId[]
  const moderation = form.get('moderation')
  return {
    kind,
    category: category as CategoryId,
    area: isId(area) ? (area as AreaId) : null,
    priority: priorities.find((one) => one === form.get('priority')) ?? 'normal',
    owner: office === null ? null : { office, person },
    note: text(form, 'note'),
    take: form.get('take') === 'in_charge' ? 'in_charge' : 'routed',
    observers: [...new Set(observers)],
    moderation: moderation === 'approved' || moderation === 'rejected' ? moderation : 'as_it_is',
    dueOn: text(form, 'dueOn') || null,
    dueReason: text(form, 'dueReason'),
  }
}
