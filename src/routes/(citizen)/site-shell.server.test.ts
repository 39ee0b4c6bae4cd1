import { expect, test } from 'vitest'
import type { BookingCalendar } from '#domain/appointments/booking-calendar.ts'
import { plainCalendar } from '#domain/appointments/calendar.fake.ts'
import type { Category } from '#domain/categories/category.ts'
import type { SiteSettings } from '#domain/tenants/site.ts'
import { it as words } from '#lib/messages/it.ts'
import { townPlan } from '#tests/town-plan.ts'
import { contactLinks, footerLinks, mainNav, secondaryNav } from './site-shell.server.ts'

const none: SiteSettings = { links: {}, networks: {}, statements: {}, euFunded: false }

function localsWith(
  site: SiteSettings | undefined,
  calendars: readonly BookingCalendar[] = [],
  categories: readonly Category[] = [],
): App.Locals {
  const { settings } = townPlan('town')
  const kinds = [...settings.kinds, ...categories.flatMap((category) => category.kinds)]
  const directory = {
    tenant: { settings: { ...settings, kinds, site } },
    offices: new Map(calendars.map(({ office }) => [office, { active: true }])),
    categories: new Map(categories.map((category) => [category.id, category])),
    calendars: new Map(calendars.map((calendar) => [calendar.id, calendar])),
  }
  return { words, locale: 'it', directory } as unknown as App.Locals
}

const at = (path: string) => new URL(path, 'http://town.example')

test('the menu is the first level of the model in its order, where the body or we have it', () => {
  const links = {
    news: 'https://site.example/novita',
    live: 'https://site.example/vivere',
    services: 'https://site.example/servizi',
  }
  const nav = mainNav(localsWith({ ...none, links }), at('/amministrazione/uffici'))
  expect(nav.map(({ hook, label }) => `${hook}: ${label}`)).toEqual([
    'management: Amministrazione',
    'news: Novità',
    'all-services: Servizi',
    'live: Vivere il Comune',
  ])
  expect(nav.map(({ current }) => current)).toEqual([true, false, false, false])
})

test('a body without a site of its own is led to our pages alone, and nowhere where there is none', () => {
  const locals = localsWith(undefined)
  expect(mainNav(locals, at('/')).every(({ href }) => href.startsWith('/'))).toBe(true)
  expect(mainNav(locals, at('/')).map(({ hook }) => hook)).not.toContain('news')
  expect(secondaryNav(locals, at('/segnala/dati')).find(({ current }) => current)?.href).toBe('/segnala')
})

test('what the body says comes before what is ours, and each host has its own statement', () => {
  const site = {
    ...none,
    links: { reportInefficiency: 'https://site.example/disservizio' },
    statements: { 'town.example': 'https://form.agid.gov.it/view/here' },
  }
  const links = footerLinks(localsWith(site), at('/'))
  expect(links).toMatchObject({
    reportInefficiency: 'https://site.example/disservizio',
    accessibility: 'https://form.agid.gov.it/view/here',
  })
  expect(footerLinks(localsWith(site), new URL('http://other.example')).accessibility).toBe('https://form.agid.gov.it/view/prova')
})

test('people are led to appointments where one can be booked, or where the body says', () => {
  expect(footerLinks(localsWith(none), at('/')).appointment).toBeUndefined()
  expect(footerLinks(localsWith(none, [{ ...plainCalendar, active: false }]), at('/')).appointment).toBeUndefined()
  expect(contactLinks(localsWith(none, [plainCalendar])).appointment).toBe('/prenota-appuntamento')
  const elsewhere = { ...none, links: { appointment: 'https://site.example/prenota' } }
  expect(contactLinks(localsWith(elsewhere)).appointment).toBe('https://site.example/prenota')
})

test('people are led to requests for assistance where the body takes them and has where to file them', () => {
  const help = { id: 'help', parent: null, kinds: ['assistance'], active: true } as unknown as Category
  expect(footerLinks(localsWith(none), at('/')).assistance).toBeUndefined()
  expect(contactLinks(localsWith(none, [], [help])).assistance).toBe('/assistenza')
})
