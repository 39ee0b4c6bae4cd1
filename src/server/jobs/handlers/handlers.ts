import type { Handlers } from '#server/jobs/queue.ts'
import { askForRating } from '#server/use-cases/appointments/ask-for-rating.ts'
import { remindOfAppointment } from '#server/use-cases/appointments/remind-of-appointment.ts'
import { tellNewPlace } from '#server/use-cases/appointments/tell-new-place.ts'
import { markLead } from '#server/use-cases/groups/mark-lead.ts'
import { fetchMedia } from './fetch-media.ts'
import { givenUp } from './given-up.ts'
import { groupFollow } from './group-follow.ts'
import { groupTell } from './group-tell.ts'
import { handOverOffice, handOverPerson } from './hand-over.ts'
import { mailAppointment } from './mail-appointment.ts'
import { mailDraft } from './mail-draft.ts'
import { mailInvitation } from './mail-invitation.ts'
import { mailMissedPublication } from './mail-missed-publication.ts'
import { mailSignInCode } from './mail-sign-in-code.ts'
import { mailToAuthor } from './mail-to-author.ts'
import { mailToStaff } from './mail-to-staff.ts'
import { mailToSupplier } from './mail-to-supplier.ts'
import { mailWaiting } from './mail-waiting.ts'
import type { Outside } from './outside.ts'
import { publishScheduled } from './publish-scheduled.ts'
import { reassignAreas } from './reassign-areas.ts'
import { republishCategory } from './republish-category.ts'
import { reviewAppointments } from './review-appointments.ts'
import { runBulk } from './run-bulk.ts'
import { sweepBodyFiles } from './sweep-body-files.ts'
import { sweepCitizens } from './sweep-citizens.ts'
import { sweepDrafts } from './sweep-drafts.ts'
import { sweepFiles } from './sweep-files.ts'
import { sweepHolds } from './sweep-holds.ts'
import { sweepSalts } from './sweep-salts.ts'
import { sweepTerms } from './sweep-terms.ts'
import { timeOutWaiting } from './time-out-waiting.ts'

/** How each job of the catalogue is done. */
export function createHandlers(outside: Outside): Handlers {
  const { world, everywhere } = outside
  return {
    'mail.to-author': (payload) => mailToAuthor(outside, payload),
    'mail.to-staff': (payload) => mailToStaff(outside, payload),
    'mail.to-supplier': (payload) => mailToSupplier(outside, payload),
    'media.fetch': (payload) => fetchMedia(outside, payload),
    'waiting.time-out': (payload) => timeOutWaiting(world, payload),
    'group.tell': (payload) => groupTell(world, payload),
    'group.follow': (payload) => groupFollow(world, payload),
    'group.mark': ({ tenant, report }) => markLead(world, tenant, report),
    'bulk.run': (payload) => runBulk(outside, payload),
    'mail.sign-in-code': (payload) => mailSignInCode(outside, payload),
    'mail.draft': (payload) => mailDraft(outside, payload),
    'mail.invitation': (payload) => mailInvitation(outside, payload),
    'people.hand-over': (payload) => handOverPerson(world, payload),
    'offices.hand-over': (payload) => handOverOffice(world, payload),
    'category.republish': (payload) => republishCategory(world, payload),
    'areas.reassign': (payload) => reassignAreas(world, payload),
    'mail.appointment': (payload) => mailAppointment(outside, payload),
    'appointments.remind': ({ tenant, appointment, from }) =>
      remindOfAppointment(world, tenant, { appointment, from: new Date(from) }),
    'appointments.review': (payload) => reviewAppointments(world, payload),
    'appointments.tell-place': ({ tenant, calendar, since }) => tellNewPlace(world, tenant, { calendar, since: new Date(since) }),
    'appointments.ask-rating': ({ tenant, appointment }) => askForRating(world, tenant, appointment),
    'mail.waiting': (payload) => mailWaiting(outside, payload),
    'services.publish': (payload) => publishScheduled(world, payload),
    'mail.missed-publication': (payload) => mailMissedPublication(outside, payload),
    'jobs.given-up': (lost) => givenUp(world, lost),
    'sweep.citizens': () => sweepCitizens(world, everywhere),
    'sweep.drafts': () => sweepDrafts(world, everywhere),
    'sweep.salts': () => sweepSalts(world, everywhere),
    'sweep.holds': () => sweepHolds(world, everywhere),
    'sweep.terms': () => sweepTerms(world, everywhere),
    'sweep.files': async () => {
      await sweepBodyFiles(world, everywhere)
      await sweepFiles(world, everywhere)
    },
  }
}
