import { isPicture } from '../files/picture.ts'
import type { AccountId, Id, OfficeId } from '../shared/id.ts'
import { leadsSomewhere } from '../shared/link.ts'
import { done, type Refused, type Result, refuse } from '../shared/result.ts'
import { longField, type Words } from '../shared/words.ts'
import { type ContactPoint, type ContactRefusal, checkContactPoints } from './contact-point.ts'

export type ProfileId = Id<'profile'>

/** What a person does in an office ("incarico" of the official model); who is in charge answers for it. */
export type Post = { readonly office: OfficeId; readonly title: Words; readonly inCharge: boolean }

/** Somebody who works for the body, as everyone may know them; it says nothing of what they may do here, even where their account is named. */
export type Profile = {
  readonly id: ProfileId
  readonly code: string
  readonly firstName: string
  readonly lastName: string
  readonly posts: readonly Post[]
  readonly competences: Words
  /** The address of a picture of the body's own; whom it shows stands in its place. */
  readonly photo: string | null
  /** Where the curriculum vitae lies. */
  readonly cv: string | null
  readonly points: readonly ContactPoint[]
  readonly account: AccountId | null
  readonly active: boolean
}

/** What a body sets of a profile. */
export type ProfileSetting = Omit<Profile, 'id'>

/** The longest texts of a profile, in characters. */
const lengths = { name: 120, title: 200, text: 2000 } as const

export type ProfileRefusal =
  | ContactRefusal
  | 'first_name_missing'
  | 'last_name_missing'
  | 'name_too_long'
  | 'code_wrong'
  | 'code_taken'
  | 'text_too_long'
  | 'post_missing'
  | 'title_missing'
  | 'picture_wrong'
  | 'link_wrong'
  | 'office_unknown'
  | 'in_charge_taken'
  | 'account_taken'

type Others = { readonly profiles: readonly Profile[]; readonly offices: ReadonlySet<OfficeId> }

/** Checks a public profile: a name, a code of its own, at least one post in an office that is there; an office has one person in charge, an account one profile. */
export function checkProfile(
  id: ProfileId,
  profile: ProfileSetting,
  { profiles, offices }: Others,
): Result<ProfileSetting, ProfileRefusal> {
  const others = profiles.filter((other) => other.id !== id)
  const contacts = checkContactPoints(profile.points)
  return (
    wrongPerson(profile) ??
    wrongPosts(profile, offices) ??
    wrongBeside(profile, others) ??
    (contacts.ok ? done(profile) : contacts)
  )
}

type Wrong = Refused<ProfileRefusal> | null

function wrongPerson({ firstName, lastName, code, competences, photo, cv }: ProfileSetting): Wrong {
  if (firstName.trim() === '') return refuse('first_name_missing')
  if (lastName.trim() === '') return refuse('last_name_missing')
  if (firstName.length > lengths.name) return refuse('name_too_long', 'firstName')
  if (lastName.length > lengths.name) return refuse('name_too_long', 'lastName')
  if (!/^[A-Za-z0-9_-]{1,60}$/.test(code)) return refuse('code_wrong')
  const long = longField('competences', competences, lengths.text)
  if (long) return refuse('text_too_long', long)
  if (photo !== null && !isPicture(photo)) return refuse('picture_wrong', 'photo-file')
  return cv === null || leadsSomewhere(cv) ? null : refuse('link_wrong', 'cv-href')
}

function wrongPosts({ posts }: ProfileSetting, offices: ReadonlySet<OfficeId>): Wrong {
  if (posts.length === 0) return refuse('post_missing')
  const stray = posts.findIndex(({ office }) => !offices.has(office))
  if (stray >= 0) return refuse('office_unknown', `post-office-${stray}`)
  const untitled = posts.findIndex(({ title }) => title.it.trim() === '')
  if (untitled >= 0) return refuse('title_missing', `post-title-${untitled}`)
  const long = posts.findIndex(({ title }) => longField('', title, lengths.title) !== null)
  return long < 0 ? null : refuse('text_too_long', `post-title-${long}`)
}

function wrongBeside({ code, posts, account, active }: ProfileSetting, others: readonly Profile[]): Wrong {
  if (others.some((other) => other.code === code)) return refuse('code_taken')
  if (account !== null && others.some((other) => other.account === account)) return refuse('account_taken')
  if (!active) return null
  const taken = posts.findIndex(({ office, inCharge }) => inCharge && personInCharge(office, others) !== null)
  return taken < 0 ? null : refuse('in_charge_taken', `post-charge-${taken}`)
}

/** The posts with another office in the place of one that closes; whoever was in charge is so there only where nobody else is. */
export function postsOfSuccessor(
  posts: readonly Post[],
  { from, to }: { readonly from: OfficeId; readonly to: OfficeId },
  profiles: readonly Profile[],
): readonly Post[] {
  const free = personInCharge(to, profiles) === null
  return posts.map((post) => (post.office === from ? { ...post, office: to, inCharge: post.inCharge && free } : post))
}

/** Who answers for an office, where anybody is said to. */
export function personInCharge(office: OfficeId, profiles: readonly Profile[]): Profile | null {
  return profiles.find(({ active, posts }) => active && posts.some((post) => post.office === office && post.inCharge)) ?? null
}

/** Whoever works in an office as everyone may know: in charge first, then by family name. */
export function peopleOf(office: OfficeId, profiles: readonly Profile[]): readonly Profile[] {
  const inCharge = personInCharge(office, profiles)
  const here = profiles.filter(({ active, posts }) => active && posts.some((post) => post.office === office))
  const byName = here.toSorted((one, other) => one.lastName.localeCompare(other.lastName, 'it'))
  return inCharge === null ? byName : [inCharge, ...byName.filter(({ id }) => id !== inCharge.id)]
}
