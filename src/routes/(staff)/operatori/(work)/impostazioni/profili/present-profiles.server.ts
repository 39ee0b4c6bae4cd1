import type { Post, Profile, ProfileSetting } from '#domain/offices/profile.ts'
import { type AccountId, isId, type OfficeId } from '#domain/shared/id.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { textOf, textsOf } from '../../../../../read-form.server.ts'
import type { Said } from '../../refused-form.server.ts'
import { wordsOf } from '../body-settings.server.ts'
import { keepTyped, pointsAsTyped, readPoints } from '../contact-rows.server.ts'

type Refusal = keyof Dictionary['profiles']['refusal']

const rowFields = ['post-office', 'post-title', 'post-title-en', 'post-charge'] as const

/** What the form of a public profile says. */
export function readProfile(form: FormData): ProfileSetting {
  const account = textOf(form, 'account')
  return {
    code: textOf(form, 'code').trim(),
    firstName: textOf(form, 'firstName').trim(),
    lastName: textOf(form, 'lastName').trim(),
    posts: readPosts(form),
    competences: wordsOf(form, 'competences'),
    photo: textOf(form, 'photo-href').trim() || null,
    cv: textOf(form, 'cv-href').trim() || null,
    points: readPoints(form),
    account: isId(account) ? (account as AccountId) : null,
    active: form.has('active'),
  }
}

function readPosts(form: FormData): readonly Post[] {
  const rows = keepTyped(form, rowFields, ['post-office', 'post-title', 'post-title-en'])
  const [offices, titles, english, charges] = rowFields.map((field) => textsOf(form, field))
  return Array.from({ length: rows }, (_, n) => ({
    office: (offices?.[n] ?? '') as OfficeId,
    title: { it: titles?.[n] ?? '', ...(english?.[n] && { en: english[n] }) },
    inCharge: charges?.[n] === 'yes',
  }))
}

/** The same as the fields show it; of a new one only that it is to be seen. */
export function profileAsTyped(profile: Profile | undefined): Readonly<Record<string, readonly string[]>> {
  if (!profile) return { active: ['on'] }
  const { posts, competences } = profile
  return {
    code: [profile.code],
    firstName: [profile.firstName],
    lastName: [profile.lastName],
    'post-office': posts.map(({ office }) => office),
    'post-title': posts.map(({ title }) => title.it),
    'post-title-en': posts.map(({ title }) => title.en ?? ''),
    'post-charge': posts.map(({ inCharge }) => (inCharge ? 'yes' : 'no')),
    competences: [competences.it],
    'competences-en': [competences.en ?? ''],
    'photo-href': [profile.photo ?? ''],
    'cv-href': [profile.cv ?? ''],
    ...pointsAsTyped(profile.points),
    account: [profile.account ?? ''],
    active: profile.active ? ['on'] : [],
  }
}

/** How refusals of a profile are said, and beside which field. */
export function saidOfProfile({ words }: App.Locals): Said<Refusal> {
  return { words: words.profiles.refusal, fields }
}

const fields: Readonly<Partial<Record<Refusal, string>>> = {
  first_name_missing: 'firstName',
  last_name_missing: 'lastName',
  code_wrong: 'code',
  code_taken: 'code',
  post_missing: 'post-office-0',
  account_taken: 'account',
  account_unknown: 'account',
}
