import { postsOfSuccessor } from '#domain/offices/profile.ts'
import { withOtherOffice } from '#domain/routing/rule-offices.ts'
import { namesOfficeInSheet, sheetOfSuccessor } from '#domain/services/service.ts'
import type { OfficeId } from '#domain/shared/id.ts'
import type { Tx } from '../database.ts'
import type { OfficeUses } from '../office-uses.ts'
import { readProfiles } from '../profiles.ts'
import { readRoutingRules } from '../routing-rules.ts'
import { replaceServiceDraft } from '../service-drafts.ts'
import { listWorkers } from '../workers.ts'
import type { SettingSubject, SettingValues } from './stores.ts'

type Offices = { readonly from: OfficeId; readonly to: OfficeId }

/** A setting as it is to be. */
export type Handed = {
  readonly [Subject in SettingSubject]: { readonly subject: Subject; readonly id: string; readonly value: SettingValues[Subject] }
}[SettingSubject]

/** Every setting that names an office which closes, as it is to be with its successor in its place. */
export async function handedOver(tx: Tx, uses: OfficeUses, { from, to }: Offices): Promise<readonly Handed[]> {
  const profiles = await readProfiles(tx)
  return [
    ...uses.categories.map(({ id, ...category }) => ({ subject: 'category', id, value: { ...category, office: to } }) as const),
    ...(await rulesHandedOver(tx, uses, { from, to })),
    ...uses.services
      .filter(({ sheet }) => namesOfficeInSheet(sheet, from))
      .map(
        ({ id, code, state, featured, sheet }) =>
          ({ subject: 'service', id, value: { code, state, featured, sheet: sheetOfSuccessor(sheet, { from, to }) } }) as const,
      ),
    ...uses.calendars.map(
      ({ id, ...calendar }) => ({ subject: 'booking_calendar', id, value: { ...calendar, office: to } }) as const,
    ),
    ...uses.profiles.map(
      ({ id, ...profile }) =>
        ({
          subject: 'profile',
          id,
          value: { ...profile, posts: postsOfSuccessor(profile.posts, { from, to }, profiles) },
        }) as const,
    ),
  ]
}

/** What is being written of services names the successor too, for whoever goes on writing. */
export async function handDraftsOver(tx: Tx, { services }: OfficeUses, offices: Offices): Promise<void> {
  for (const { id, draft } of services) {
    if (draft === null || !namesOfficeInSheet(draft.sheet, offices.from)) continue
    await replaceServiceDraft(tx, id, { ...draft, sheet: sheetOfSuccessor(draft.sheet, offices) })
  }
}

/** Where an office was found, without it. */
export function leftBehind({ venues }: OfficeUses, office: OfficeId): readonly Handed[] {
  return venues.map(({ id, ...venue }) => ({
    subject: 'venue',
    id,
    value: { ...venue, offices: venue.offices.filter((one) => one !== office) },
  }))
}

async function rulesHandedOver(tx: Tx, uses: OfficeUses, offices: Offices): Promise<readonly Handed[]> {
  if (uses.rules.length === 0) return []
  const workers = await listWorkers(tx)
  const value = (await readRoutingRules(tx)).map((rule) => withOtherOffice(rule, offices, { workers }))
  return [{ subject: 'routing', id: tx.tenant, value }]
}
