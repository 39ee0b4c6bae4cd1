import { expect, test } from 'vitest'
import { it } from '#lib/messages/it.ts'
import { saidOfGroups } from './said-of-groups.server.ts'

const said = (members: string) => {
  const form = new FormData()
  form.set('members', members)
  return saidOfGroups(form, { words: it, locale: 'it' } as App.Locals).words.members_wrong
}

test('wrong lines are named, the first of them, and the rest are counted', () => {
  expect(said('ada@scuola.example\nada\nADA@scuola.example')).toBe(
    'Correggi o togli queste righe: 2 («ada») non è un indirizzo né un dominio; 3 («ADA@scuola.example») c’è già alla riga 1.',
  )
  const many = said(`${'a'.repeat(99)}\n${'riga\n'.repeat(8)}`)
  expect(many).toContain(`1 («${'a'.repeat(60)}…»)`)
  expect(many).toMatch(/5 \(«riga»\) non è un indirizzo né un dominio; e altre 4\.$/)
})
