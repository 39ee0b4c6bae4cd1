/** What a client gave, from the query and the body alike; blank counts as not given, as the standard says. */
export type Parameters = {
  /** The first value, or an empty text. */
  one(name: string): string
  all(name: string): readonly string[]
  /** Every value, those behind commas too. */
  list(name: string): readonly string[]
  /** Values of `attribute[code]` and `attribute[code][]`, by code. */
  readonly attributes: Readonly<Record<string, readonly string[]>>
  readonly files: readonly UploadedFile[]
}

type UploadedFile = { readonly field: string; readonly file: File }

type Entry = readonly [name: string, value: string | File]

const attribute = /^attribute\[([^\]]{1,100})\](?:\[\])?$/

/** Gathers what was given; what the body says comes before what the address says. */
export function gatherParameters(body: Iterable<Entry>, query: Iterable<Entry>): Parameters {
  const values = new Map<string, string[]>()
  const attributes = new Map<string, string[]>()
  const files: UploadedFile[] = []
  for (const [name, value] of [...body, ...query]) {
    if (typeof value !== 'string') {
      if (value.size > 0) files.push({ field: plainText(name), file: value })
      continue
    }
    const text = plainText(value).trim()
    if (text === '') continue
    const code = attribute.exec(name)?.[1]
    append(code === undefined ? values : attributes, code ?? name.replace(/\[\]$/, ''), text)
  }
  const all = (name: string): readonly string[] => values.get(name) ?? []
  return {
    one: (name) => all(name)[0] ?? '',
    all,
    list: (name) =>
      all(name).flatMap((value) =>
        value
          .split(',')
          .map((part) => part.trim())
          .filter((part) => part !== ''),
      ),
    attributes: Object.fromEntries(attributes),
    files,
  }
}

function append(values: Map<string, string[]>, name: string, value: string): void {
  const known = values.get(name)
  if (known) known.push(value)
  else values.set(name, [value])
}

/** Text without what no database and no document takes: control characters and halves of characters. */
export function plainText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
}
