/** A part of a long text: its heading, where it opens with one, and what it says. */
export type TextPart = { readonly heading: string | null; readonly text: string }

const longestHeading = 80

/** Parts a text that a body wrote plainly: paragraphs between empty lines, each perhaps opening with a heading that ends at its first full stop. */
export function partText(text: string): readonly TextPart[] {
  const paragraphs = text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
  return paragraphs.map((paragraph, at) => {
    const end = paragraph.indexOf('. ')
    const opens = at > 0 && end > 0 && end <= longestHeading
    return opens ? { heading: paragraph.slice(0, end), text: paragraph.slice(end + 2) } : { heading: null, text: paragraph }
  })
}
