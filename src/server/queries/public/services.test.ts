import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkConformity } from '#domain/services/check-conformity.ts'
import type { TenantId } from '#domain/shared/id.ts'
import { readPlan } from '#server/delivery/cli/read-plan.ts'
import { serviceSchema } from '#server/delivery/services/service-schema.ts'
import { readOffices } from '#server/storage/offices.ts'
import { findService } from '#server/storage/services.ts'
import { foundTenant } from '#server/use-cases/tenants/found-tenant.ts'
import { openTown, type Town } from '#tests/town.ts'
import { townPlan } from '#tests/town-plan.ts'
import { countByEvent, countByTopic } from './count-services.ts'
import { listServices, type ServiceFilter } from './list-services.ts'

const service = (code: string, title: string, sheet: object = {}, more: object = {}) =>
  serviceSchema.parse({ code, sheet: { title: { it: title }, categories: ['ambiente'], ...sheet }, ...more })

let town: Town
let body: TenantId
beforeAll(async () => {
  town = await openTown()
  body = await foundTenant(town.world, {
    ...townPlan('served'),
    services: [
      service('nido', 'Iscrizione all’asilo nido', {
        categories: ['educazione-e-formazione', 'ambiente'],
        topics: ['istruzione', 'nascita'],
        lifeEvents: ['nascita'],
        synonyms: ['scuola materna'],
        related: ['tari'],
      }),
      service(
        'tari',
        'Tassa sui rifiuti (TARI)',
        { responsible: 'roads', synonyms: ['spazzatura', 'immondizia'] },
        { featured: true },
      ),
      service('citta', 'Città che legge', { audience: { it: 'Chi ama le biblioteche' }, offices: ['roads', 'parks'] }),
      service('bozza', 'Rifiuti: servizio futuro', {}, { state: 'draft' }),
    ],
  })
})
afterAll(() => town.close())

const codes = async (filter: ServiceFilter, tenant = body) =>
  (await town.world.read(tenant, (reader) => listServices(reader, filter, 10))).cards.map(({ code }) => code)

describe('the catalogue', () => {
  test('shows what is published, by title, and counts it whole', async () => {
    expect(await codes({})).toEqual(['citta', 'nido', 'tari'])
    const { cards, found } = await town.world.read(body, (reader) => listServices(reader, {}, 2))
    expect([cards.length, found]).toEqual([2, 3])
    expect(cards[1]).toEqual({
      code: 'nido',
      title: { it: 'Iscrizione all’asilo nido' },
      description: { it: '' },
      category: 'educazione-e-formazione',
    })
  })

  test.each([
    ['words of the title, whatever their endings', 'iscrizioni asili', ['nido']],
    ['unfinished words', 'rifi', ['tari']],
    ['accents that are missing', 'citta', ['citta']],
    ['synonyms', 'immondizie', ['tari']],
    ['words of whom it is for', 'biblioteca', ['citta']],
    ['a word with a slip', 'immondixia', ['tari']],
    ['nothing at all', 'xyzzy', []],
    ['punctuation', '!?', []],
  ])('is searched by %s', async (_, text, found) => expect(await codes({ text })).toEqual(found))

  test('is parted by category, topic, event and office', async () => {
    const roads = await town.world.read(body, async (reader) => (await findService(reader, 'tari'))?.sheet.responsible)
    expect(await codes({ category: 'ambiente' })).toEqual(['citta', 'nido', 'tari'])
    expect(await codes({ topic: 'nascita' })).toEqual(['nido'])
    expect(await codes({ event: 'nascita' })).toEqual(['nido'])
    expect(await codes({ featured: true })).toEqual(['tari'])
    expect(roads && (await codes({ office: roads }))).toEqual(['citta', 'tari'])
  })

  test('counts what is published under each topic and event', async () => {
    const counted = await town.world.read(body, async (reader) => [
      ...(await countByTopic(reader)),
      ...(await countByEvent(reader)),
    ])
    expect(counted.toSorted()).toEqual([
      ['istruzione', 1],
      ['nascita', 1],
      ['nascita', 1],
    ])
  })

  test('is the body’s own', async () => expect(await codes({}, town.tenant)).toEqual([]))

  test('keeps what a sheet says, its offices and services by id', async () => {
    const found = await town.world.read(body, (reader) => findService(reader, 'nido'))
    expect(found).toMatchObject({ code: 'nido', state: 'published', sheet: { synonyms: ['scuola materna'] } })
    expect(await codes({ ids: found?.sheet.related ?? [] })).toEqual(['tari'])
  })
})

test('every sheet of a demonstration passes the official evaluation', async () => {
  const demonstrations = resolve(import.meta.dirname, '../../../../demo')
  for (const name of readdirSync(demonstrations)) {
    const plan = await readPlan(join(demonstrations, name))
    const tenant = await foundTenant(town.world, { ...plan, streets: [] })
    await town.world.read(tenant, async (reader) => {
      const offices = new Map((await readOffices(reader)).map((office) => [office.id, office]))
      for (const { code } of plan.services ?? []) {
        const found = await findService(reader, code)
        expect([code, found && checkConformity(found.sheet, offices)]).toEqual([code, []])
      }
    })
  }
})
