/** A piece of a text that a body wrote plainly: a paragraph, or a list. */
export type TextBlock = { readonly paragraph: string } | { readonly list: readonly string[] }

const bullet = /^[-•]\s+/

/** Parts a text at its empty lines; lines that begin with a hyphen are a list. */
export function blocksOf(text: string): readonly TextBlock[] {
  return text.split(/\n\s*\n/).flatMap((part) => runsOf(part.split('\n').map((line) => line.trim())))
}

function runsOf(lines: readonly string[]): readonly TextBlock[] {
  const said = lines.filter(Boolean)
  const [first] = said
  if (first === undefined) return []
  const listed = bullet.test(first)
  const end = said.findIndex((line) => bullet.test(line) !== listed)
  const run = end < 0 ? said : said.slice(0, end)
  const block = listed ? { list: run.map((line) => line.replace(bullet, '')) } : { paragraph: run.join('\n') }
  return [block, ...runsOf(said.slice(run.length))]
}
