import { render } from 'svelte/server'
import { expect, test } from 'vitest'
import { it as words } from '#lib/messages/it.ts'
import Rating from './Rating.svelte'

const props = { subject: 'sealed', result: null, back: '/privacy', locale: 'it', words: words.ratings } as const
const shown = (question: 'page' | 'service') => render(Rating, { props: { ...props, question } }).body

/** The texts of the elements with this official hook, in the order of the page. */
const texts = (html: string, hook: string) =>
  [...html.matchAll(new RegExp(`data-element="${hook}"[^>]*>([^<]*)`, 'g'))].map((match) => match[1])

test.each([
  ['page', 'Quanto sono chiare le informazioni su questa pagina?'],
  ['service', 'Quanto è stato facile usare questo servizio?'],
] as const)('asks the official question about a %s', (subject, question) =>
  expect(texts(shown(subject), 'feedback-title')).toEqual([question]),
)

test('the stars stand in reading order, one to five', () => {
  const stars = [...shown('page').matchAll(/data-element="feedback-rate-(\d)"/g)].map((match) => match[1])
  expect(stars).toEqual(['1', '2', '3', '4', '5'])
})

test('both follow-ups are in the page before any star is chosen, with the official words', () => {
  const html = shown('page')
  expect(texts(html, 'feedback-rating-question')).toEqual([
    'Quali sono stati gli aspetti che hai preferito?',
    'Dove hai incontrato le maggiori difficoltà?',
  ])
  expect(texts(html, 'feedback-rating-answer')).toEqual([
    'Le indicazioni erano chiare',
    'Le indicazioni erano complete',
    'Capivo sempre che stavo procedendo correttamente',
    'Non ho avuto problemi tecnici',
    'Altro',
    'A volte le indicazioni non erano chiare',
    'A volte le indicazioni non erano complete',
    'A volte non capivo se stavo procedendo correttamente',
    'Ho avuto problemi tecnici',
    'Altro',
  ])
  expect(html).toContain('data-element="feedback-input-text"')
})

test('every label of the block has its own control', () => {
  const html = shown('page')
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
  const targets = [...html.matchAll(/ for="([^"]+)"/g)].map((match) => match[1])
  expect(new Set(ids).size).toBe(ids.length)
  expect(targets.every((target) => ids.includes(target))).toBe(true)
})

test('the two steps are in the page, and each leads to the other', () => {
  const html = shown('page')
  for (const step of [
    '1/2',
    '2/2',
    'href="#rating-2"',
    'id="rating-2"',
    'href="#rating-1"',
    'id="rating-1"',
    'Indietro',
    'Avanti',
  ])
    expect(html).toContain(step)
})

test('what could not be taken is still there, with the reason beside the stars', () => {
  const sent = { stars: '2', liked: '', difficulty: 'lost', text: 'Non <trovo> il modulo' }
  const html = render(Rating, { props: { ...props, question: 'page', sent, error: 'Riprova' } }).body
  expect(html).toMatch(/id="rating-star-2"[^>]*checked/)
  expect(html).toMatch(/id="rating-difficulty-lost"[^>]*checked/)
  expect(html).toContain('Non &lt;trovo> il modulo')
  expect(html).toMatch(/aria-describedby="rating-stars-error"/)
})

test('a given rating is answered with thanks', () => {
  const { body } = render(Rating, { props: { ...props, question: 'page', thanks: true } })
  expect(body).toContain('Grazie, il tuo parere ci aiuterà a migliorare il servizio!')
  expect(body).not.toContain('<form')
})
