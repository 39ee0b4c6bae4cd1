import { expect, test } from 'vitest'
import { contrast } from '#domain/tenants/colour.ts'
import { recolour } from './recolour.ts'

const css = `@font-face{font-family:x;src:url(x)}
a{color:#005d6b;margin:0}
@media (min-width:1px){.night{background:#063038;color:#fff}.grey{color:#5d7083}}
.plain{color:#cc334d}`

test('all that has to do with colour is there, the brand’s shades in the other’s', () => {
  expect(recolour(css, '#005d6b', '#7a1230').replaceAll(/\s+/g, '')).toMatch(
    /^a\{color:#7a1230\}@media\(min-width:1px\)\{\.night\{background:#[0-9a-f]{6};color:#fff\}\.grey\{color:#5d7083\}\}\.plain\{color:#cc334d\}$/,
  )
})

test('what is stronger than a shade of the brand stays so', () => {
  const buttons = '.btn{--text:#005d6b;color:var(--text)}.btn-danger{--text:#fff}'
  expect(recolour(buttons, '#005d6b', '#7a1230')).toBe('.btn{--text:#7a1230;color:var(--text)}.btn-danger{--text:#fff}')
})

test('darker shades stay darker, so that white can be read on them', () => {
  const [, night = ''] = /background:(#[0-9a-f]{6})/.exec(recolour(css, '#005d6b', '#7a1230')) ?? []
  expect(contrast(night, '#ffffff')).toBeGreaterThan(contrast('#7a1230', '#ffffff'))
})
