import { readFileSync } from 'node:fs'
import { render } from 'svelte/server'
import { expect, test } from 'vitest'
import { stages } from '#domain/reports/stage.ts'
import { it as words } from '#lib/messages/it.ts'
import Pagination from './Pagination.svelte'
import StageBadge from './StageBadge.svelte'
import Stepper from './Stepper.svelte'
import Footer from './shell/Footer.svelte'

test.each([
  [{}, []],
  [{ older: '?dopo=1' }, ['next']],
  [{ newer: '?prima=1' }, ['prev']],
  [{ newer: '?prima=1', older: '?dopo=1' }, ['prev', 'next']],
])('a list offers only the pages that exist: %j', (links, rels) => {
  const { body } = render(Pagination, { props: { ...links, words: words.shell } })
  expect([...body.matchAll(/rel="(\w+)"/g)].map((match) => match[1])).toEqual(rels)
})

test.each(stages)('stage %s is told by a word and an icon of the sprite, not by colour alone', (stage) => {
  const { body } = render(StageBadge, { props: { stage, words: words.reports } })
  const icon = /sprite\.svg#(it-[\w-]+)/.exec(body)?.[1]
  expect(body).toContain(words.reports.stage[stage])
  expect(readFileSync('static/sprite.svg', 'utf8')).toContain(`id="${icon}"`)
})

test('the stepper says in words which steps are done and which is open', () => {
  const { body } = render(Stepper, { props: { steps: ['Uno', 'Due', 'Tre'], current: 2, words: words.shell } })
  const steps = [...body.matchAll(/<li[^>]*>(.*?)<\/li>/gs)].map((match) => match[1]?.replaceAll(/<[^>]*>|\s+/g, ' ').trim())
  expect(steps).toEqual(['Uno Confermato', 'Due Attivo', 'Tre'].map((text) => expect.stringMatching(text.replace(' ', ' +'))))
  expect(body.match(/aria-current="step"/g)).toHaveLength(1)
  expect(body).toContain('Passo 2 di 3')
})

test('the footer shows the links that it was given, with the official hooks and words, and no other', () => {
  const body = { name: 'Comune di Prova', region: 'Regione Prova', address: 'Via Prova 1', taxCode: '00000000000' }
  const links = { faq: '/faq', reportInefficiency: '/segnala' }
  const html = render(Footer, { props: { body, links, words: words.shell } }).body
  expect(html).toContain('<a href="/segnala" data-element="report-inefficiency">Segnalazione disservizio</a>')
  expect(html).toContain('<a href="/faq" data-element="faq">Leggi le FAQ</a>')
  expect(html).not.toContain('privacy-policy-link')
  expect(html).not.toContain('href="mailto:')
})
