import { expect, type Page, test } from '@playwright/test'
import { libraryClasses } from './library-classes.ts'
import { modelTopics } from './model-topics.ts'
import { hooked, type PageFacts, visit } from './page-facts.ts'
import { firstLevel, pages } from './pages-of-site.ts'

test.describe.configure({ mode: 'default' })

let page: Page
let facts: readonly PageFacts[]
const of = (path: string) => facts.find((one) => one.path === path) as PageFacts

test.beforeAll(async ({ browser, baseURL }) => {
  page = await browser.newPage({ baseURL: baseURL ?? '', locale: 'it-IT' })
  const seen: PageFacts[] = []
  for (const path of pages) seen.push(await visit(page, path))
  facts = seen
})
test.afterAll(() => page.close())

/** Which pages are not as they should be, and how. */
const unlike = (tell: (one: PageFacts) => unknown) =>
  facts.flatMap((one) => {
    const told = tell(one)
    return told === null || told === '' || (Array.isArray(told) && told.length === 0)
      ? []
      : [`${one.path}: ${JSON.stringify(told)}`]
  })

test('C.SI.1.1: headings and paragraphs are set in the fonts of the model', () => {
  const allowed = ['Titillium Web', 'Lora', 'Roboto Mono']
  expect(unlike(({ fonts }) => fonts.filter((font) => !allowed.includes(font)))).toEqual([])
})

test('C.SI.1.2: Bootstrap Italia is there, in version 2 or later', () =>
  expect(unlike(({ version }) => (/^([2-9]|\d\d+)\./.test(version) ? null : version))).toEqual([]))

test('C.SI.1.2: three classes in ten at least are the library’s', () => {
  const known = libraryClasses()
  const share = ({ classes }: PageFacts) => Math.round((classes.filter((name) => known.has(name)).length / classes.length) * 100)
  expect(unlike((one) => (share(one) >= 30 ? null : `${share(one)} %`))).toEqual([])
})

test('C.SI.1.6: the menu has the first level of the model, in its order, and nothing besides', () => {
  const menu = of('/').hooks.filter(({ inMenu, hook }) => inMenu && hook !== 'main-navigation')
  expect(menu.map(({ hook, text }) => `${hook}: ${text}`)).toEqual([
    'management: Amministrazione',
    'news: Novità',
    'all-services: Servizi',
    'live: Vivere il Comune',
  ])
  expect(unlike((one) => (one.hooks.filter(({ inMenu }) => inMenu).length === 5 ? null : 'another menu'))).toEqual([])
})

test('C.SI.1.7: the second level is called as in the model', () => {
  const management = ['Organi di governo', 'Aree amministrative', 'Uffici', 'Enti e fondazioni', 'Politici']
  const known = [...management, 'Personale amministrativo', 'Documenti e dati']
  const named = hooked(of('/amministrazione'), 'management-category-link').map(({ text }) => text)
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((name) => !known.includes(name))).toEqual([])
  expect(hooked(of('/vivere-il-comune'), 'live-button-locations').map(({ text }) => text)).toEqual(['Luoghi'])
  expect(hooked(of('/servizi'), 'service-category-link').map(({ text }) => text)).toEqual([
    ...[
      'Agricoltura e pesca',
      'Ambiente',
      'Anagrafe e stato civile',
      'Appalti pubblici',
      'Autorizzazioni',
      'Catasto e urbanistica',
    ],
    ...['Cultura e tempo libero', 'Educazione e formazione', 'Giustizia e sicurezza pubblica', 'Imprese e commercio'],
    ...[
      'Mobilità e trasporti',
      'Salute, benessere e assistenza',
      'Tributi, finanze e contravvenzioni',
      'Turismo',
      'Vita lavorativa',
    ],
  ])
})

test('C.SI.1.7: breadcrumb and address follow the tree', () => {
  const trail = (path: string) => of(path).breadcrumb
  expect(trail('/amministrazione/uffici')).toEqual(['Home', 'Amministrazione', 'Uffici'])
  expect(trail('/vivere-il-comune/luoghi')).toEqual(['Home', 'Vivere il Comune', 'Luoghi'])
  expect(trail('/servizi/anagrafe-e-stato-civile')).toEqual(['Home', 'Servizi', 'Anagrafe e stato civile'])
  expect(firstLevel.map((path) => trail(path).length)).toEqual([2, 2, 2])
})

test('C.SI.2.3: the footer leads to the FAQ, in the words of the model', async ({ request }) => {
  const [link] = hooked(of('/'), 'faq').filter(({ inFooter }) => inFooter)
  expect(link?.text).toMatch(/faq|domande frequenti/i)
  expect((await request.get(link?.href ?? '')).status()).toBe(200)
  expect(unlike((one) => (hooked(one, 'faq').some(({ inFooter }) => inFooter) ? null : 'no FAQ'))).toEqual([])
})

test('C.SI.2.4: the footer leads to the report of a problem, in the words of the model', async ({ request }) => {
  const [link] = hooked(of('/'), 'report-inefficiency').filter(({ inFooter }) => inFooter)
  expect(['disservizio', 'segnala disservizio', 'segnalazione disservizio']).toContain(link?.text.toLowerCase())
  expect((await request.get(link?.href ?? '')).status()).toBe(200)
})

test('C.SI.3.1, C.SE.3.1: before any consent no cookie is another site’s, and nothing is asked of another site', () => {
  const host = new URL(page.url()).hostname
  expect(unlike(({ cookies }) => cookies.filter((domain) => domain !== host))).toEqual([])
  expect(unlike(({ elsewhere }) => elsewhere)).toEqual([])
})

test('C.SI.3.2, C.SE.3.2: the footer of every page leads to the statement that AgID keeps', () =>
  expect(
    unlike((one) => {
      const [link] = hooked(one, 'accessibility-link').filter(({ inFooter }) => inFooter)
      return link?.href.startsWith('https://form.agid.gov.it/') ? null : (link ?? 'none')
    }),
  ).toEqual([]))

test('C.SI.3.3, C.SE.3.3: the footer of every page leads to the privacy notice', () =>
  expect(
    unlike((one) => {
      const [link] = hooked(one, 'privacy-policy-link').filter(({ inFooter }) => inFooter)
      return link && new URL(link.href).pathname === '/privacy' ? null : (link ?? 'none')
    }),
  ).toEqual([]))

test('C.SI.3.4: the legal notes have the section of the licence, word by word', () => {
  expect(hooked(of('/'), 'legal-notes').map(({ inFooter, href }) => [inFooter, new URL(href).pathname])).toEqual([
    [true, '/note-legali'],
  ])
  expect(hooked(of('/note-legali'), 'legal-notes-section').map(({ text }) => text)).toEqual(['Licenza dei contenuti'])
  expect(
    hooked(of('/note-legali'), 'legal-notes-body')
      .map(({ text }) => text)
      .join(' ')
      .replaceAll("'", '’'),
  ).toBe(
    'In applicazione del principio open by default ai sensi dell’articolo 52 del decreto legislativo 7 marzo 2005, n. 82 (CAD) e salvo dove diversamente specificato (compresi i contenuti incorporati di terzi), i dati, i documenti e le informazioni pubblicati sul sito sono rilasciati con licenza CC-BY 4.0. Gli utenti sono quindi liberi di condividere (riprodurre, distribuire, comunicare al pubblico, esporre in pubblico), rappresentare, eseguire e recitare questo materiale con qualsiasi mezzo e formato e modificare (trasformare il materiale e utilizzarlo per opere derivate) per qualsiasi fine, anche commerciale con il solo onere di attribuzione, senza apporre restrizioni aggiuntive.',
  )
})

test('Model, common shell: language, title, ways past the header, contact box and footer are those of the model on every page', () => {
  expect(unlike(({ lang, title }) => (lang === 'it' && / - Comune di /.test(title) ? null : `${lang} ${title}`))).toEqual([])
  const skips = [
    ['Vai ai contenuti', '#main-container'],
    ['Vai al footer', '#footer'],
  ]
  expect(unlike((one) => (JSON.stringify(one.skips) === JSON.stringify(skips) ? null : one.skips))).toEqual([])
  expect(
    unlike(({ headings }) => ['Contatta il comune', 'Problemi in città'].filter((text) => !headings.includes(text))),
  ).toEqual([])
  const links = [
    ...['Leggi le FAQ', 'Segnalazione disservizio', 'Amministrazione trasparente', 'Informativa privacy', 'Note legali'],
    ...['Dichiarazione di accessibilità', 'Media policy', 'Mappa del sito'],
  ]
  expect(unlike(({ footer }) => links.filter((text) => !footer.includes(text)))).toEqual([])
})

test('Model, common shell: every page leads to the personal area', async ({ request }) => {
  const ways = (one: PageFacts) => hooked(one, 'personal-area-login').map(({ text }) => text)
  expect(unlike((one) => (ways(one).join() === 'Accedi all’area personale' ? null : ways(one)))).toEqual([])
  const [link] = hooked(of('/'), 'personal-area-login')
  expect((await request.get(link?.href ?? '')).status()).toBe(200)
})

test('C.SI.2.1, C.SE.2.2: where appointments can be booked, every page leads there', async ({ request }) => {
  const [link] = hooked(of('/'), 'appointment-booking')
  expect(link, 'a way to book').toBeDefined()
  expect((await request.get(link?.href ?? '')).status()).toBe(200)
  expect(unlike((one) => (hooked(one, 'appointment-booking').length > 0 ? null : 'no booking'))).toEqual([])
})

test('C.SI.1.5: the topics of the model are reached from the home', async () => {
  const [link] = hooked(of('/'), 'all-topics')
  expect(link, 'a way to the topics').toBeDefined()
  const topics = hooked(await visit(page, new URL(link?.href ?? '').pathname), 'topic-element').map(({ text }) => text)
  expect(topics.length).toBeGreaterThan(0)
  expect(topics.filter((text) => !modelTopics.includes(text.toLowerCase()))).toEqual([])
})
