import { addressKey, type Citizen } from '#domain/citizens/citizen.ts'
import type { DraftId, TenantId } from '#domain/shared/id.ts'
import { done, type Result, refuse } from '#domain/shared/result.ts'
import { draftCode, hashToken, isSame, randomToken, readDraftLink } from '#server/gateways/secrets.ts'
import type { Reader } from '#server/storage/database.ts'
import { type DraftForm, formOf, listDraftsOf, readDraft, renewDraft } from '#server/storage/drafts.ts'
import type { World } from '#server/world.ts'

/** What somebody shows who goes on: the link of the letter, its code beside the address, or that the address is theirs. */
export type DraftKey =
  | { readonly link: string }
  | { readonly email: string; readonly code: string }
  | { readonly draft: DraftId; readonly citizen: Pick<Citizen, 'email'> }

/** What the browser keeps of it, and which form goes on; of a letter, to which office. */
export type ResumedDraft = {
  readonly id: DraftId
  readonly token: string
  readonly form: DraftForm
  readonly office: string | null
}

/** As many are looked through for one of which the code is typed. */
const mostTried = 200

/** Whoever shows a key of it goes on with the draft; the browser that had it before has it no more. Refused where the key is not ours, or the draft is gone. */
export async function resumeDraft(world: World, tenant: TenantId, key: DraftKey): Promise<Result<ResumedDraft, 'draft_gone'>> {
  const token = randomToken()
  return world.transaction(tenant, async (tx) => {
    const id = await draftOf(world, tx, key)
    const content = id && (await renewDraft(tx, id, hashToken(token), world.now()))
    if (!id || !content) return refuse('draft_gone')
    const { office } = content as { readonly office?: string }
    const form = formOf(content)
    return done({ id, token, form, office: form === 'letter' ? (office ?? null) : null })
  })
}

async function draftOf({ secret }: World, reader: Reader, key: DraftKey): Promise<DraftId | null> {
  const { tenant } = reader
  if ('link' in key) return readDraftLink(secret, tenant, key.link) as DraftId | null
  if ('citizen' in key) return (await readDraft(reader, key.draft))?.email === key.citizen.email ? key.draft : null
  const typed = key.code.toUpperCase().replace(/[^A-Z0-9]/g, '')
  const drafts = await listDraftsOf(reader, addressKey(key.email), mostTried)
  return drafts.find(({ id }) => isSame(typed, draftCode(secret, tenant, id)))?.id ?? null
}
