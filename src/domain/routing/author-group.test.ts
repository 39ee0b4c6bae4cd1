import { describe, expect, test } from 'vitest'
import type { AuthorGroupId } from '../shared/id.ts'
import {
  authorGroupLimits,
  checkAuthorGroup,
  membersMetBy,
  namesAuthorGroup,
  readMember,
  readMembers,
  type WrittenAuthorGroup,
} from './author-group.ts'
import { always, rule } from './routing.fake.ts'

const schools: WrittenAuthorGroup = { name: 'Scuole', description: 'Di ogni grado', pasted: '@scuola.example' }

describe('who belongs to a group', () => {
  test.each<readonly [string, string | null]>([
    ['ada@scuola.example', 'ada@scuola.example'],
    ['  ADA@Scuola.Example  ', 'ada@scuola.example'],
    ['@Scuola.Example', '@scuola.example'],
    ['ada@scuola.example;', 'ada@scuola.example'],
    ['Ada Verdi <ada@scuola.example>,', 'ada@scuola.example'],
    ['<@scuola.example>', '@scuola.example'],
    ['scuola.example', null],
    ['ada', null],
    ['ada@scuola', null],
    ['@scuola', null],
    ['@', null],
    ['ada@scuola.example, bruno@scuola.example', null],
    ['ada@@scuola.example', null],
    [`${'a'.repeat(300)}@scuola.example`, null],
  ])('is read line by line: %j is %j', (line, member) => expect(readMember(line)).toBe(member))

  test('is kept in order, and every wrong line is named', () => {
    const pasted = 'zeno@scuola.example\r\n\n@scuola.example\nscuola\nZENO@scuola.example\r\n@Scuola.example;'
    expect(readMembers(pasted)).toEqual({
      members: ['@scuola.example', 'zeno@scuola.example'],
      wrong: [
        { line: 4, text: 'scuola', sameAs: null },
        { line: 5, text: 'ZENO@scuola.example', sameAs: 1 },
        { line: 6, text: '@Scuola.example;', sameAs: 3 },
      ],
    })
  })

  test.each<readonly [string | null, readonly string[]]>([
    ['ada@scuola.example', ['ada@scuola.example', '@scuola.example']],
    [' Ada@SCUOLA.example ', ['ada@scuola.example', '@scuola.example']],
    ['ada@liceo.scuola.example', ['ada@liceo.scuola.example', '@liceo.scuola.example']],
    ['ada@altrascuola.example', ['ada@altrascuola.example', '@altrascuola.example']],
    ['@scuola.example', []],
    ['ada', []],
    ['', []],
    [null, []],
  ])('is met by an e-mail: %j meets %j', (email, met) => expect(membersMetBy(email)).toEqual(met))
})

describe('a group is kept', () => {
  test('tidy', () => {
    const given = { name: ' Le  scuole ', description: ' Tutte ', pasted: 'B@scuola.example\na@scuola.example\n' }
    const members = ['a@scuola.example', 'b@scuola.example']
    expect(checkAuthorGroup(given, ['Altri'])).toEqual({ ok: true, value: { name: 'Le scuole', description: 'Tutte', members } })
  })

  const many = (count: number) => Array.from({ length: count }, (_, n) => `a${n}@scuola.example`)
  test.each<readonly [string, Partial<WrittenAuthorGroup>, readonly string[]]>([
    ['name_missing', { name: ' – ' }, []],
    ['name_too_long', { name: 'a'.repeat(authorGroupLimits.name + 1) }, []],
    ['name_taken', {}, ['SCUOLE']],
    ['description_too_long', { description: 'a'.repeat(authorGroupLimits.description + 1) }, []],
    ['members_missing', { pasted: ' \n' }, []],
    ['members_wrong', { pasted: '@scuola.example\nscuola' }, []],
    ['members_wrong', { pasted: '@scuola.example\n@scuola.example' }, []],
    ['too_many_members', { pasted: many(authorGroupLimits.members + 1).join('\n') }, []],
    ['too_many_groups', {}, many(authorGroupLimits.groups)],
  ])('unless %s', (refusal, more, others) => {
    expect(checkAuthorGroup({ ...schools, ...more }, others)).toEqual({ ok: false, refusal })
  })
})

test('a rule names the groups that any of its conditions asks for', () => {
  const [one, other] = ['one', 'other'] as unknown as readonly [AuthorGroupId, AuthorGroupId]
  const asking = rule([always, { about: 'author', groups: [one], not: true }], { priority: 'high' })
  expect([one, other].map((group) => namesAuthorGroup(asking, group))).toEqual([true, false])
})
