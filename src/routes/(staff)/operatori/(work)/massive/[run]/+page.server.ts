import { error, fail, redirect } from '@sveltejs/kit'
import { isId } from '#domain/shared/id.ts'
import { count, fill, writeNumber } from '#lib/messages/fill.ts'
import { type BulkProgress, listRefusedOfBulk, readBulkProgress } from '#server/queries/desk/bulk-progress.ts'
import { type BulkRun, type BulkRunId, readBulkRun } from '#server/storage/bulk.ts'
import { startBulk } from '#server/use-cases/bulk/start-bulk.ts'
import { stopBulk } from '#server/use-cases/bulk/stop-bulk.ts'
import { keptSearch, withSearch } from '../../(desk)/inbox-filter.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { firstTexts } from '../first-texts.server.ts'
import { wordRefusal } from '../refused-bulk.server.ts'
import type { Actions, PageServerLoad, RequestEvent } from './$types'

const refusedShown = 200

/** What a bulk change would do, or how far it is. */
export const load: PageServerLoad = async ({ locals, params, url, depends }) => {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  depends('bulk:run')
  const id = runOf(params.run)
  const found =
    id &&
    (await installation.world.read(directory.tenant.id, async (reader) => {
      const run = await readBulkRun(reader, id)
      if (run?.by !== staff.account) return null
      return {
        run,
        progress: await readBulkProgress(reader, id),
        refused: await listRefusedOfBulk(reader, id, refusedShown),
        texts: await firstTexts(reader, staff, run, locals),
      }
    }))
  if (!found) error(404, words.bulk.refusal.no_such_run)
  const { run, progress, refused, texts } = found
  return {
    bulk: words.bulk,
    crumb: words.desk.title,
    numberOf: words.desk.file.crumb,
    back: withSearch('/operatori', keptSearch(url.searchParams)),
    act: words.bulk.act[run.change.act],
    text: 'text' in run.change ? run.change.text : null,
    texts,
    state: run.state,
    ...present(run, progress, locals),
    refused: refused.map(({ number, title, refusal }) => ({
      number,
      title,
      href: `/operatori/segnalazioni/${number}`,
      why: refusal ? wordRefusal(refusal, locals) : '',
    })),
  }
}

function present({ state }: BulkRun, { waiting, done, refused, why }: BulkProgress, locals: App.Locals) {
  const { locale, words } = locals
  const all = waiting + done + refused
  const reasons = Object.entries(why).map(([refusal, reports]) => ({
    reports: writeNumber(locale, reports),
    text: wordRefusal(refusal as keyof typeof why, locals),
  }))
  return {
    summary:
      state === 'previewed'
        ? [count(locale, words.bulk.willChange, waiting), ...(refused ? [count(locale, words.bulk.willRefuse, refused)] : [])]
        : [fill(words.bulk.progress, { done: writeNumber(locale, done), all: writeNumber(locale, all) })],
    bar: { all, settled: done + refused },
    numbers: [
      { label: words.bulk.done, value: writeNumber(locale, done) },
      { label: words.bulk.refused, value: writeNumber(locale, refused) },
      { label: words.bulk.waiting, value: writeNumber(locale, waiting) },
    ],
    reasons,
    mayStart: state === 'previewed' && waiting > 0,
    mayStop: state === 'running',
  }
}

function runOf(given: string): BulkRunId | null {
  return isId(given) ? (given as BulkRunId) : null
}

async function act({ locals, params, url }: RequestEvent, doIt: typeof startBulk | typeof stopBulk) {
  const { installation, directory, words } = locals
  const staff = staffOf(locals)
  const run = runOf(params.run)
  if (run === null) error(404, words.bulk.refusal.no_such_run)
  const answer = await doIt(installation.world, directory.tenant.id, { by: staff, run })
  if (!answer.ok) return fail(409, { message: wordRefusal(answer.refusal, locals) })
  redirect(303, withSearch(url.pathname, keptSearch(url.searchParams)))
}

export const actions: Actions = {
  start: (event) => act(event, startBulk),
  stop: (event) => act(event, stopBulk),
}
