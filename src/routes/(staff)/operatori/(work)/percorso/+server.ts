import { error } from '@sveltejs/kit'
import { may } from '#domain/reports/may.ts'
import { orderGroups } from '#domain/reports/order-round.ts'
import type { Report } from '#domain/reports/report.ts'
import { civilDate } from '#domain/shared/civil-date.ts'
import type { Place } from '#domain/shared/place.ts'
import { inLocale } from '#domain/shared/words.ts'
import { writeCivilDate, writeDay } from '#lib/messages/dates.ts'
import { count, fill } from '#lib/messages/fill.ts'
import { baseMapsOf } from '#server/delivery/map/base-map.ts'
import { renderSheet, type SheetPart } from '#server/delivery/pdf/sheet.ts'
import { readReports } from '#server/storage/reports.ts'
import { findChosen } from '../massive/chosen.server.ts'
import { pdfAnswer } from '../pdf-answer.server.ts'
import { staffOf } from '../staff-of.server.ts'
import type { RequestHandler } from './$types'

/** So many stops are a day. */
const mostStops = 60
const noteLines = 2

/** The chosen reports as a round on paper: by area, in the order in which they are met, without a word of their authors. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const staff = staffOf(locals)
  const { roundSheet: says } = words.print
  const chosen = await installation.world.read(directory.tenant.id, async (reader) => {
    const ids = await findChosen(reader, staff, url.searchParams, locals)
    return ids.length === 0 ? [] : readReports(reader, ids)
  })
  const readable = chosen.filter((report) => may(staff, 'read', report).ok)
  if (readable.length === 0) error(404, says.empty)
  const reports = readable.slice(0, mostStops)
  const placed = reports.flatMap((report) => (report.place ? [{ report, place: report.place }] : []))
  const nowhere = reports.filter(({ place }) => place === null)
  const { parts, marks } = stopsOf(placed, nowhere, locals, url.origin)
  const { settings } = directory.tenant
  const today = civilDate(installation.world.now(), settings.calendar.zone)
  const pdf = await renderSheet({
    lang: locale,
    title: fill(says.title, { date: writeCivilDate(today, locale) }),
    body: settings.name,
    intro: [
      count(locale, says.intro, reports.length),
      ...(nowhere.length > 0 ? [count(locale, says.nowhere, nowhere.length)] : []),
      ...(readable.length > mostStops ? [fill(says.more, { n: mostStops })] : []),
    ],
    map: { base: await baseMapsOf(installation.world)(directory), marks, words: fill(says.map, { n: marks.length }) },
    parts,
    footer: settings.name,
  })
  return pdfAnswer(pdf, fill(says.file, { date: today }))
}

type Placed = { readonly report: Report; readonly place: Place }

function stopsOf(placed: readonly Placed[], nowhere: readonly Report[], locals: App.Locals, origin: string) {
  const { directory, words } = locals
  const { roundSheet: says } = words.print
  const parts: SheetPart[] = []
  const marks: { readonly sign: string; readonly place: Place }[] = []
  for (const [area, stops] of orderGroups(placed, ({ report }) => report.area)) {
    const name = area === null ? says.noArea : (directory.areas.get(area)?.name ?? says.noArea)
    parts.push({ heading: name, level: 2, rows: [], paragraphs: [] })
    for (const { report, place } of stops) {
      const sign = String(marks.length + 1)
      marks.push({ sign, place })
      parts.push(stopOf(report, sign, locals, origin))
    }
  }
  if (nowhere.length > 0) parts.push({ heading: says.noPlace, level: 2, rows: [], paragraphs: [] })
  for (const report of nowhere) parts.push(stopOf(report, '–', locals, origin))
  return { parts, marks }
}

function stopOf(report: Report, sign: string, { directory, words, locale }: App.Locals, origin: string): SheetPart {
  const { roundSheet: says, sheet } = words.print
  const category = directory.categories.get(report.category)
  const address = `${origin}/operatori/segnalazioni/${report.number}`
  const rows = [
    { label: says.number, value: String(report.number) },
    { label: says.place, value: report.address ?? '' },
    { label: says.category, value: category ? inLocale(category.name, locale) : '' },
    { label: says.stage, value: words.reports.stage[report.stage] },
    { label: says.priority, value: words.inbox.priority[report.priority] },
    { label: says.due, value: writeDay(report.resolutionDue, locale, directory.tenant.settings.calendar.zone) },
  ]
  return {
    heading: fill(says.stop, { sign, title: report.title }),
    level: 3,
    rows: rows.filter(({ value }) => value !== ''),
    paragraphs: [report.description],
    link: { address, words: fill(sheet.code, { address }) },
    lines: noteLines,
  }
}
