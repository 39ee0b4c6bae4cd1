import { error } from '@sveltejs/kit'
import ical from 'ical-generator'
import { openSpans } from '#domain/clocks/working-calendar.ts'
import { inLocale } from '#domain/shared/words.ts'
import { fill } from '#lib/messages/fill.ts'
import { findOffice } from '../find-office.server.ts'
import type { RequestHandler } from './$types'

/** So many days are in the file: a calendar that subscribes to it asks again. */
const ahead = 120

/** When an office is open, as a calendar to subscribe to; days on which it is closed are not in it. */
export const GET: RequestHandler = ({ locals, params, url }) => {
  const { installation, directory, words, locale } = locals
  const office = findOffice(params.code, locals)
  if (!office?.opening) error(404, words.errors.notFound)
  const { settings } = directory.tenant
  const name = inLocale(office.name, locale)
  const summary = fill(words.officePages.page.calendar, { office: name })
  const calendar = ical({ name: summary, prodId: { company: settings.name, product: 'Filo Diretto' }, ttl: 86_400 })
  for (const { from, to } of openSpans(installation.world.now(), ahead, { ...settings.calendar, weekly: office.opening })) {
    const id = `${office.code}-${from.toISOString()}@${url.hostname}`
    calendar.createEvent({ id, start: from, end: to, summary, ...(office.address && { location: office.address }) })
  }
  return new Response(calendar.toString(), {
    headers: { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'private, max-age=3600' },
  })
}
