import { error } from '@sveltejs/kit'
import { withoutPersonal } from '#domain/conversations/placeholder.ts'
import { messageLength } from '#domain/reports/move.ts'
import { isOpen } from '#domain/reports/stage.ts'
import { wordsForKind } from '#lib/messages/as-request.ts'
import { fill } from '#lib/messages/fill.ts'
import { readFollowedReport } from '#server/queries/author/read-followed-report.ts'
import { authorPhotos } from '#server/use-cases/author/add-author-photos.ts'
import type { Actions, PageServerLoad } from './$types'
import {
  type Showing,
  showConversation,
  showFiles,
  showHistory,
  showPublic,
  showReopening,
  showSent,
  showState,
} from './show-report.server.ts'
import { showSplits } from './show-splits.server.ts'
import { write } from './write.server.ts'

/** The private page of a report: whoever has the link sees what the author may see, and nobody finds it by searching. */
export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const { installation, directory, locale } = locals
  const followed = await readFollowedReport(installation.world, directory.tenant.id, params.token)
  if (!followed) error(404, locals.words.errors.notFound)
  // Not `no-referrer`: under it browsers send forms without their origin, and those are refused.
  setHeaders({ 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex, nofollow', 'referrer-policy': 'same-origin' })
  const { report, messages } = followed
  const words = { ...locals.words, author: wordsForKind(locals.words.author, report.kind, locale) }
  const showing: Showing = { directory, locale, words, now: installation.world.now(), token: params.token }
  const lastQuestion = messages.findLast(({ kind }) => kind === 'question')?.text
  const did = url.searchParams.get('fatto') ?? ''
  return {
    words: { author: words.author, forms: words.forms, reports: words.reports },
    errorPrefix: words.wizard.errorPrefix,
    locale,
    token: params.token,
    title: fill(words.author.title, { number: report.number }),
    about: report.title,
    crumb: fill(words.author.crumb, { number: report.number }),
    version: report.version,
    stage: report.stage,
    open: isOpen(report.stage),
    again: report.kind === 'assistance' ? '/assistenza' : '/segnala',
    done: Object.hasOwn(words.author.did, did) ? words.author.did[did as keyof typeof words.author.did] : null,
    state: showState(report, showing),
    sent: showSent(followed, showing),
    place: report.place,
    map: fill(words.map.picture, { place: report.address ?? words.wizard.data.point }),
    files: showFiles(followed, showing),
    public: showPublic(report, showing),
    history: showHistory(followed, showing),
    splits: { words: words.groups.author, ...(await showSplits(followed, locals)) },
    conversation: showConversation(followed, showing),
    question: report.stage === 'waiting' ? withoutPersonal(lastQuestion ?? '', words.templates.neutral) : null,
    reopening: showReopening(report, showing),
    rating: report.stage === 'resolved' || report.stage === 'declined' ? { stars: report.stars } : null,
    longestText: messageLength,
    photosHelp: fill(words.author.photos.help, { n: authorPhotos.atOnce }),
  }
}

export const actions: Actions = {
  answer: (event) => write('answer', event),
  message: (event) => write('message', event),
  photos: (event) => write('photos', event),
  withdraw: (event) => write('withdraw', event),
  reopen: (event) => write('reopen', event),
  rate: (event) => write('rate', event),
}
