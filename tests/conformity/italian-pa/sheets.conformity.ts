import { expect, type Page, test } from '@playwright/test'
import { libraryClasses } from './library-classes.ts'
import { hooked, type PageFacts, visit } from './page-facts.ts'
import { findSheets } from './pages-of-site.ts'

test.describe.configure({ mode: 'default' })

let page: Page
let sheets: readonly PageFacts[]

test.beforeAll(async ({ browser, baseURL }) => {
  page = await browser.newPage({ baseURL: baseURL ?? '', locale: 'it-IT' })
  const seen: PageFacts[] = []
  for (const path of (await findSheets(page)).slice(0, 15)) seen.push(await visit(page, path))
  sheets = seen
})
test.afterAll(() => page.close())

/** Which sheets are not as they should be, and how. */
const unlike = (tell: (one: PageFacts) => readonly unknown[]) =>
  sheets.flatMap((one) => {
    const told = tell(one)
    return told.length === 0 ? [] : [`${one.path}: ${JSON.stringify(told)}`]
  })

const textOf = (one: PageFacts, hook: string) =>
  hooked(one, hook)
    .map(({ text }) => text)
    .join(' ')

test('C.SI.1.3: at least ten sheets are found from the page of services', () => {
  expect(sheets.length).toBeGreaterThanOrEqual(10)
  expect(new Set(sheets.map(({ path }) => path)).size).toBe(sheets.length)
})

test('C.SI.1.1, C.SI.1.2: sheets are set in the fonts and in the classes of the library', () => {
  const known = libraryClasses()
  expect(unlike(({ fonts }) => fonts.filter((font) => !['Titillium Web', 'Lora', 'Roboto Mono'].includes(font)))).toEqual([])
  expect(
    unlike(({ classes }) => {
      const share = Math.round((classes.filter((name) => known.has(name)).length / classes.length) * 100)
      return share >= 30 ? [] : [share]
    }),
  ).toEqual([])
})

test('C.SI.1.3: the index has the voices of the model, in its order', () => {
  const voices = [
    ...['A chi è rivolto', 'Come fare', 'Cosa serve', 'Cosa si ottiene', 'Tempi e scadenze'],
    ...['Accedi al servizio', 'Condizioni di servizio', 'Contatti'],
  ]
  expect(unlike(({ index }) => (index.filter((text) => voices.includes(text)).join() === voices.join() ? [] : index))).toEqual([])
})

test('C.SI.1.3: every mandatory voice says something', () => {
  const told = ['title', 'description', 'status', 'addressed', 'how-to', 'needed', 'achieved', 'calendar-text', 'area']
  const there = ['calendar-list', 'file', 'topic']
  expect(unlike((one) => told.filter((hook) => textOf(one, `service-${hook}`).length < 3))).toEqual([])
  expect(unlike((one) => there.filter((hook) => hooked(one, `service-${hook}`).length === 0))).toEqual([])
  const ways = ['service-generic-access', 'service-booking-access', 'service-online-access']
  expect(unlike((one) => (ways.some((hook) => hooked(one, hook).length > 0) ? [] : ['no way in']))).toEqual([])
})

test('C.SI.1.3: the breadcrumb says “Servizi” and the category', () =>
  expect(
    unlike(({ breadcrumb }) => {
      const at = breadcrumb.indexOf('Servizi')
      return at >= 0 && (breadcrumb[at + 1]?.length ?? 0) >= 3 ? [] : breadcrumb
    }),
  ).toEqual([]))

test('C.SI.2.2: contacts are in the index and lead to the office in charge', () =>
  expect(unlike((one) => (one.index.includes('Contatti') && hooked(one, 'service-area').length > 0 ? [] : one.index))).toEqual(
    [],
  ))

test('R.SI.1.1: the metatag is a GovernmentService with the ten values of the model, its channel an object', () => {
  const paths = [
    ...['name', 'serviceType', 'serviceOperator.name', 'areaServed.name', 'audience.audienceType'],
    ...['availableChannel.serviceUrl', 'availableChannel.serviceLocation.name'],
    ...['streetAddress', 'postalCode', 'addressLocality'].map((name) => `availableChannel.serviceLocation.address.${name}`),
  ]
  const at = (value: unknown, path: string): unknown =>
    path.split('.').reduce((inside: unknown, name) => (inside as Record<string, unknown> | undefined)?.[name], value)
  expect(
    unlike(({ metatag }) => {
      const data: unknown = JSON.parse(metatag ?? 'null')
      const missing = paths.filter((path) => !at(data, path))
      const shape = [at(data, '@type') === 'GovernmentService', !Array.isArray(at(data, 'availableChannel'))]
      return [...missing, ...(shape.every(Boolean) ? [] : ['shape'])]
    }),
  ).toEqual([])
})
