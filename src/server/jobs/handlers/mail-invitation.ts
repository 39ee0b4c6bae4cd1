import { inLocale, type Locale } from '#domain/shared/words.ts'
import { tenantOrigin } from '#domain/tenants/tenant-origin.ts'
import { composeInvitation, type InvitationFacts } from '#lib/mail/invitation-letter.ts'
import { dictionary } from '#lib/messages/dictionaries.ts'
import { type Letter, MailRejected } from '#server/gateways/mail.ts'
import { hashToken, randomToken } from '#server/gateways/secrets.ts'
import type { Jobs } from '#server/jobs/catalogue.ts'
import { insertPasswordToken, listHeldRoles, readAccount } from '#server/storage/accounts.ts'
import type { Directory } from '#server/storage/directory.ts'
import { type Invitation, readInvitation, saveInvitationMail } from '#server/storage/invitations.ts'
import type { World } from '#server/world.ts'
import type { Outside } from './outside.ts'

const week = 7 * 86_400_000

/** Nobody has said yet in which language they work. */
const locale: Locale = 'it'

/**
 * Asks a person in by mail, with the way to set a password or, who has one, to sign in. The secret is made here and kept as a hash,
 * so that it lies in no queue; tried again, the letter carries another.
 */
export async function mailInvitation({ world, mailer, origin }: Outside, job: Jobs['mail.invitation']): Promise<void> {
  const { tenant, invitation: id } = job
  const directory = await world.directories.of(tenant)
  const invited = await world.read(tenant, async (reader) => {
    const invitation = await readInvitation(reader, id)
    if (!invitation || invitation.mail === 'sent' || invitation.acceptedAt) return null
    const person = await readAccount(reader, invitation.account)
    const memberships = await listHeldRoles(reader, invitation.account)
    const inviter = invitation.by ? await readAccount(reader, invitation.by) : null
    return person && memberships.length > 0 ? { invitation, person, memberships, inviter } : null
  })
  if (!invited) return
  const { person, memberships, inviter } = invited
  const own = tenantOrigin(directory.hosts, origin)
  const setsPassword = invited.invitation.resets || person.passwordHash === null
  const link = setsPassword
    ? `${own}/operatori/password/${await makeToken(world, job, invited.invitation)}`
    : `${own}/operatori/accedi`
  const facts: InvitationFacts = {
    body: directory.tenant.settings.name,
    name: person.name,
    inviter: inviter?.name ?? null,
    roles: memberships.map((membership) => roleInWords(membership, directory)),
    link,
    setsPassword,
  }
  const letter = compose(facts, person, directory, `<${id}@${new URL(own).hostname}>`)
  const mail = await send(() => mailer.send(letter))
  await world.transaction(tenant, (tx) => saveInvitationMail(tx, id, mail))
}

async function makeToken(world: World, { tenant }: Jobs['mail.invitation'], { account }: Invitation): Promise<string> {
  const token = randomToken()
  const until = new Date(world.now().getTime() + week)
  await world.transaction(tenant, (tx) => insertPasswordToken(tx, hashToken(token), account, until))
  return token
}

function roleInWords({ role, office }: Awaited<ReturnType<typeof listHeldRoles>>[number], { offices }: Directory): string {
  const { people } = dictionary(locale)
  const found = office ? offices.get(office) : undefined
  return found ? `${people.role[role]} · ${inLocale(found.name, locale)}` : people.role[role]
}

function compose(facts: InvitationFacts, person: { readonly email: string }, directory: Directory, messageId: string): Letter {
  const from = { name: facts.body, address: directory.tenant.settings.email }
  return {
    ...composeInvitation(facts, dictionary(locale), locale),
    to: { name: facts.name, address: person.email },
    from,
    replyTo: from,
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
  }
}

/** An address that refuses for good is shown to whoever invited; anything else is tried again by the queue. */
async function send(deliver: () => Promise<void>): Promise<'sent' | 'failed'> {
  try {
    await deliver()
    return 'sent'
  } catch (fault) {
    if (fault instanceof MailRejected) return 'failed'
    throw fault
  }
}
