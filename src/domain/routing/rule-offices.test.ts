import { expect, test } from 'vitest'
import { always, body, office, person, rule } from './routing.fake.ts'
import { namesOffice, withOtherOffice } from './rule-offices.ts'

test('a rule names another office in the place of one that closes', () => {
  const closing = { from: office('roads'), to: office('police') }
  const named = rule([always], {
    office: office('roads'),
    observers: [office('roads'), office('police')],
    person: person('rita'),
  })
  expect(namesOffice(named, office('roads'))).toBe(true)
  const other = withOtherOffice(named, closing, body)
  expect(other.effects).toMatchObject({ office: 'police', observers: ['police'], person: null })
  expect(namesOffice(other, office('roads'))).toBe(false)
  const least = rule([always], { office: office('roads'), person: 'least_loaded' })
  expect(withOtherOffice(least, closing, body).effects.person).toBe('least_loaded')
  const both = { workers: new Map([[office('police'), [{ id: person('rita') }]]]) }
  expect(withOtherOffice(named, closing, both).effects.person).toBe('rita')
  const follows = rule([always], { office: office('parks'), person: person('paolo'), observers: [office('roads')] })
  expect(withOtherOffice(follows, closing, body).effects).toMatchObject({
    office: 'parks',
    person: 'paolo',
    observers: ['police'],
  })
})
