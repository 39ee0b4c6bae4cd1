/**
 * The number on a thing of the body, such as the plate of a lamp post. A pattern is one or more shapes, set apart by commas:
 * `#` is a digit, `@` a letter, `+` after either means one or more; everything else stands for itself. Blanks, small and capital
 * letters make no difference.
 */
type Sign = { readonly is: (character: string) => boolean; readonly repeats: boolean; readonly example: string }

const longestPattern = 100

/** Tells whether a pattern can be understood: it has a shape, and none without a sign or with a plus that follows nothing. */
export function isAssetPattern(pattern: string): boolean {
  if (pattern.length > longestPattern) return false
  const shapes = shapesOf(pattern)
  return (
    shapes.length > 0 &&
    shapes.every((shape) => /[#@]/.test(shape) && /^[\p{L}\p{N}./_#@+-]+$/u.test(shape) && !/(^|[^#@])\+/.test(shape))
  )
}

/** The number as it is kept (capital letters, no blanks), or nothing where it has none of the shapes. */
export function readAssetNumber(text: string, pattern: string): string | null {
  const number = tidy(text)
  return shapesOf(pattern).some((shape) => fits([...number], signsOf(shape))) ? number : null
}

/** A number that would be taken, to be shown as an example. */
export function exampleOfAsset(pattern: string): string {
  const [shape = ''] = shapesOf(pattern)
  let digit = 0
  return signsOf(shape)
    .map(({ example, repeats }) => {
      const next = () => (example === '1' ? String((digit++ % 9) + 1) : example)
      return repeats ? next() + next() + next() : next()
    })
    .join('')
}

function shapesOf(pattern: string): readonly string[] {
  return pattern.split(',').map(tidy).filter(Boolean)
}

function tidy(text: string): string {
  return text.replace(/\s/g, '').toUpperCase()
}

function signsOf(shape: string): readonly Sign[] {
  const signs: Sign[] = []
  for (const character of shape) {
    const last = signs.at(-1)
    if (character === '+' && last) signs[signs.length - 1] = { ...last, repeats: true }
    else if (character === '#') signs.push({ is: isDigit, repeats: false, example: '1' })
    else if (character === '@') signs.push({ is: isLetter, repeats: false, example: 'A' })
    else signs.push({ is: (one) => one === character, repeats: false, example: character })
  }
  return signs
}

/** All places in the shape where one may stand after each character: no going back, so that no number takes long. */
function fits(characters: readonly string[], signs: readonly Sign[]): boolean {
  let places = new Set([0])
  for (const character of characters) {
    const next = new Set<number>()
    for (const place of places) {
      if (signs[place]?.is(character)) next.add(place + 1)
      const before = signs[place - 1]
      if (before?.repeats && before.is(character)) next.add(place)
    }
    places = next
  }
  return places.has(signs.length)
}

function isDigit(character: string): boolean {
  return /^[0-9]$/.test(character)
}

function isLetter(character: string): boolean {
  return /^\p{L}$/u.test(character)
}
