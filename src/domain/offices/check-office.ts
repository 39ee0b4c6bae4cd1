import { wrongDay } from '../clocks/check-calendar.ts'
import { isEmail } from '../reports/submission.ts'
import type { OfficeId } from '../shared/id.ts'
import { checkLink, type LinkRefusal } from '../shared/link.ts'
import { isPlace } from '../shared/place.ts'
import { done, type Refused, type Result, refuse } from '../shared/result.ts'
import { longField } from '../shared/words.ts'
import { type ContactRefusal, checkContactPoints } from './contact-point.ts'
import type { Office, OfficeSetting } from './office.ts'
import { withOfficesBelow } from './tree.ts'

/** The longest texts of an office, in characters. */
const officeLengths = { name: 120, code: 60, text: 2000, contact: 200 } as const

export type OfficeRefusal =
  | ContactRefusal
  | LinkRefusal
  | 'name_missing'
  | 'name_too_long'
  | 'code_wrong'
  | 'code_taken'
  | 'email_wrong'
  | 'interval_wrong'
  | 'place_wrong'
  | 'parent_unknown'
  | 'cycle'
  | 'desk_stays'

type Offices = ReadonlyMap<OfficeId, Office>

/** Checks what an office is to be beside the others: a name, a code of its own, a place in the tree without a circle; the desk stays the desk. */
export function checkOffice(id: OfficeId, setting: OfficeSetting, offices: Offices): Result<OfficeSetting, OfficeRefusal> {
  return wrongText(setting) ?? wrongPlace(id, setting, offices) ?? done(setting)
}

type Wrong = Refused<OfficeRefusal> | null

function wrongText(setting: OfficeSetting): Wrong {
  const { name, code, competences, hours, access, email, pec, opening, place, points, documents } = setting
  if (name.it.trim() === '') return refuse('name_missing')
  const longName = longField('name', name, officeLengths.name)
  if (longName) return refuse('name_too_long', longName)
  if (!/^[A-Za-z0-9_-]{1,60}$/.test(code)) return refuse('code_wrong')
  const texts = { competences, hours, access }
  const text = (['competences', 'hours', 'access'] as const).flatMap(
    (one) => longField(one, texts[one], officeLengths.text) ?? [],
  )[0]
  if (text) return refuse('text_too_long', text)
  const contact = (['phone', 'address'] as const).find((one) => (setting[one] ?? '').length > officeLengths.contact)
  if (contact) return refuse('contact_too_long', contact)
  const day = opening && wrongDay(opening)
  if (day) return refuse('interval_wrong', `day-${day}`)
  if (email !== null && !isEmail(email)) return refuse('email_wrong', 'email')
  if (pec !== null && !isEmail(pec)) return refuse('email_wrong', 'pec')
  const contacts = checkContactPoints(points)
  if (!contacts.ok) return contacts
  const wrong = documents.map((one, n) => checkLink(one, 'document', `-${n}`)).find(({ ok }) => !ok)
  if (wrong && !wrong.ok) return wrong
  return place === null || isPlace(place) ? null : refuse('place_wrong', 'place')
}

function wrongPlace(id: OfficeId, { code, parent, desk, active }: OfficeSetting, offices: Offices): Wrong {
  const all = [...offices.values()]
  if (all.some((other) => other.id !== id && other.code === code)) return refuse('code_taken')
  if (desk !== (offices.get(id)?.desk ?? false) || (desk && !active)) return refuse('desk_stays')
  if (parent === null) return null
  const above = offices.get(parent)
  if (!above || (active && !above.active)) return refuse('parent_unknown')
  return withOfficesBelow(all, id).has(parent) ? refuse('cycle') : null
}

/** How much still refers to an office and goes to its successor: its work, what leads people to it, who stands for it. */
export type OfficeReferences = Readonly<
  Record<'reports' | 'categories' | 'rules' | 'services' | 'calendars' | 'profiles', number>
>

export type ClosingRefusal = 'desk_stays' | 'closed_already' | 'offices_below' | 'refers_here' | 'successor_unknown'

/** An office closes once no office that works stands below it and another takes over whatever refers to it. */
export function checkClosing(
  office: Office,
  offices: Offices,
  references: OfficeReferences,
  successor: OfficeId | null,
): Result<null, ClosingRefusal> {
  if (office.desk) return refuse('desk_stays')
  if (!office.active) return refuse('closed_already')
  if ([...offices.values()].some(({ parent, active }) => parent === office.id && active)) return refuse('offices_below')
  if (successor === null) return Object.values(references).every((n) => n === 0) ? done(null) : refuse('refers_here')
  return successor !== office.id && offices.get(successor)?.active ? done(null) : refuse('successor_unknown')
}
