import type { BodyJob, LostJob } from '#server/jobs/catalogue.ts'
import { settleAppointmentMail } from '#server/storage/appointments/events.ts'
import { settleWaitingMail } from '#server/storage/appointments/waiting.ts'
import type { Tx } from '#server/storage/database.ts'
import { insertFailedJob } from '#server/storage/failed-jobs.ts'
import { refreshInbox } from '#server/storage/inbox.ts'
import { saveInvitationMail } from '#server/storage/invitations.ts'
import { endMails, type Recipient } from '#server/storage/mail-log.ts'
import { lockReport } from '#server/storage/reports.ts'
import type { World } from '#server/world.ts'

type Lost = Extract<LostJob, { name: BodyJob }>

/**
 * What the queue has given up ends where somebody sees it: a letter with its report, an invitation with its person, anything else
 * in the list of the administrators. The platform's own jobs come again by themselves.
 */
export async function givenUp(world: World, lost: LostJob): Promise<void> {
  if (!isOfBody(lost)) return
  await world.transaction(lost.payload.tenant, async (tx) => {
    if (!(await isSeenElsewhere(tx, lost, world.now()))) await insertFailedJob(tx, lost, world.now())
  })
}

function isOfBody(lost: LostJob): lost is Lost {
  return 'tenant' in lost.payload
}

async function isSeenElsewhere(tx: Tx, lost: Lost, now: Date): Promise<boolean> {
  switch (lost.name) {
    case 'mail.to-author':
      return failLetters(tx, lost, { recipient: 'author', attempt: lost.payload.attempt ?? 0 }, now)
    case 'mail.to-staff':
      return failLetters(tx, lost, { recipient: 'staff', attempt: 0 }, now)
    case 'mail.to-supplier':
      return failLetters(tx, lost, { recipient: 'supplier', attempt: 0 }, now)
    case 'mail.appointment':
      await settleAppointmentMail(tx, lost.payload.event, { state: 'failed', error: lost.error })
      return true
    case 'mail.waiting':
      await settleWaitingMail(tx, lost.payload.waiting, { state: 'failed', error: lost.error })
      return true
    case 'mail.invitation':
      await saveInvitationMail(tx, lost.payload.invitation, 'failed')
      return true
    default:
      return false
  }
}

type LostLetter = Extract<Lost, { name: 'mail.to-author' | 'mail.to-staff' | 'mail.to-supplier' }>

/** A letter that never got as far as its row is no letter yet. */
async function failLetters(
  tx: Tx,
  { payload: { report: id, event }, error }: LostLetter,
  which: { readonly recipient: Recipient; readonly attempt: number },
  at: Date,
): Promise<boolean> {
  const report = await lockReport(tx, id)
  const failed = await endMails(tx, { event, ...which }, { state: 'failed', error, at })
  if (report && failed > 0) await refreshInbox(tx, report)
  return failed > 0
}
