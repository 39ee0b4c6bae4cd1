import { expect, test } from 'vitest'
import { withoutLinks } from './without-links.ts'

test.each([
  ['Buca in via S.Pietro, ore 12.30', 'Buca in via S. Pietro, ore 12.30'],
  ['vai su https://evil.example/a?b=c ora', 'vai su [x] ora'],
  ['HTTP://EVIL.EXAMPLE', '[x]'],
  ['www.evil.example/a', '[x]'],
  ['evil.example/a', 'evil. example/a'],
  ['ada@evil.example', 'ada@evil. example'],
  ['a.b.c.', 'a.b.c.'],
])('%s becomes %s', (text, expected) => expect(withoutLinks(text, '[x]')).toBe(expected))
