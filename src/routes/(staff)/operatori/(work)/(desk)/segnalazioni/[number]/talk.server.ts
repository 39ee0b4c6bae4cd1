import { officesOf, type Staff } from '#domain/people/actor.ts'
import { responsibleOffice } from '#domain/reports/inbox.ts'
import type { Report } from '#domain/reports/report.ts'
import { type AccountId, type Id, isId, type MessageId } from '#domain/shared/id.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { OptionGroup } from '#lib/forms/field.ts'
import { deskOfficeOf } from '#server/storage/directory.ts'
import { tellDesk } from '#server/storage/inbox.ts'
import { type Colleague, markMentionsRead } from '#server/storage/mentions.ts'
import { readMessage } from '#server/storage/messages.ts'
import { proposeReply } from '#server/use-cases/reports/propose-reply.ts'
import { resendMail } from '#server/use-cases/reports/resend-mail.ts'
import { writeNote } from '#server/use-cases/reports/write-note.ts'
import { readForm } from '../../../../../../read-form.server.ts'
import type { Actions, RequestEvent } from './$types'
import { text } from './asked.server.ts'
import { change, shownAgain, whoAndWhat } from './change.server.ts'

/** More people than this in one choice are slow to send and to read. */
const manyPeople = 150

/** Whoever can be told of a note, by office; where they are many, those at hand: the others by their name in the text. */
export function colleagueChoices(
  colleagues: readonly Colleague[],
  report: Report,
  by: Staff,
  locals: App.Locals,
): readonly OptionGroup[] {
  const { directory, locale } = locals
  const deskOffice = directory.offices.get(deskOfficeOf(directory))
  const desk = deskOffice ? inLocale(deskOffice.name, locale) : ''
  const others = colleagues.filter(({ id }) => id !== by.account)
  const atHand = [responsibleOffice(report), report.routedOffice, ...report.observers, ...officesOf(by)]
  const named = others.length <= manyPeople ? others : others.filter(({ offices }) => offices.some((one) => atHand.includes(one)))
  const groups = Map.groupBy(named, ({ offices: [first] }) => {
    const office = first && directory.offices.get(first)
    return office ? inLocale(office.name, locale) : desk
  })
  return [...groups].map(([label, people]) => ({ label, options: people.map(({ id, name }) => ({ value: id, label: name })) }))
}

/** Whoever opens the report has seen where they are named. */
export async function noteMention(
  { id, mentioned }: Report,
  { account }: Staff,
  { installation, directory }: App.Locals,
): Promise<void> {
  if (!mentioned.includes(account)) return
  const { world } = installation
  await world.transaction(directory.tenant.id, async (tx) => {
    if (await markMentionsRead(tx, id, account, world.now())) await tellDesk(tx)
  })
}

/** Puts a proposed reply into the form in which it can be sent; nothing is sent. */
async function useProposal(event: RequestEvent) {
  const { installation, directory, words } = event.locals
  const form = await readForm(event.request)
  const { report } = await whoAndWhat(event)
  const id = text(form, 'message')
  const message = isId(id)
    ? await installation.world.read(directory.tenant.id, (reader) => readMessage(reader, id as MessageId))
    : null
  const name = text(form, 'act') === '' ? 'reply' : 'move'
  if (message?.report !== report || message.proposed !== 'open')
    return { ...shownAgain(name, form, {}), message: words.talk.proposal.state.superseded }
  return shownAgain(name, form, { values: { text: message.text, proposal: id } })
}

/** The proposed reply that a form was filled with. */
export function proposalOf(form: FormData): MessageId | null {
  const id = text(form, 'proposal')
  return isId(id) ? (id as MessageId) : null
}

/** What is written in the conversation besides moves. */
export const talkActions = {
  note: (event) =>
    change(event, 'note', async (form, asked) => {
      const mentions = form.getAll('mention').map(String).filter(isId) as AccountId[]
      const ask = { ...asked, seenVersion: null, text: text(form, 'text'), mentions }
      return writeNote(event.locals.installation.world, event.locals.directory.tenant.id, ask)
    }),
  propose: (event) =>
    change(event, 'propose', (form, asked) =>
      proposeReply(event.locals.installation.world, event.locals.directory.tenant.id, {
        ...asked,
        seenVersion: null,
        text: text(form, 'text'),
      }),
    ),
  proposal: useProposal,
  resend: (event) =>
    change(event, 'resend', (form, asked) => {
      const mail = text(form, 'mail')
      if (!isId(mail)) return { ok: false, refusal: 'no_such_mail' }
      const ask = { ...asked, seenVersion: null, mail: mail as Id<'mail'> }
      return resendMail(event.locals.installation.world, event.locals.directory.tenant.id, ask)
    }),
} satisfies Actions
