import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawSocialPicture } from './social-picture.ts'

const plain = { body: 'Comune di Prova', title: 'Buca', kicker: 'Segnalazione n. 1', stage: 'Risolta' }

test.each([
  ['a short title', 'Buca'],
  ['a title longer than the picture', 'Perché la luce del lampione è spenta da più di tre settimane? '.repeat(8)],
  ['one endless word', 'a'.repeat(120)],
  ['signs of markup', '<b>&amp; "virgolette" & altro</b>'],
  ['letters of the neighbours', 'Čevapčići à Žiri, ŠŠŠ'],
])('draws %s in the size that networks ask for', async (_, title) => {
  const picture = await drawSocialPicture({ ...plain, title })
  const { width, height, format } = await sharp(picture).metadata()
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' })
})

test('another title makes another picture', async () => {
  const [one, other] = [await drawSocialPicture(plain), await drawSocialPicture({ ...plain, title: 'Lampione' })]
  expect(Buffer.compare(one, other)).not.toBe(0)
})
