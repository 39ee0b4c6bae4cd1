import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'

/** A field of a sheet's form by its name, with the row where it has one, as whoever fills in a file of the catalogue reads it; a name that is no field's stands for itself. */
export function nameField(name: string, says: Dictionary['serviceEditor']): string {
  const [, field = name, row] = /^(.*?)(?:-(\d+))?$/.exec(name) ?? []
  const english = field.endsWith('-en')
  const label = labelOf(english ? field.slice(0, -3) : field, says)
  const whole = english ? fill(says.inEnglish, { label }) : label
  return row === undefined ? whole : fill(says.cell, { label: whole, n: Number(row) + 1 })
}

function labelOf(field: string, says: Dictionary['serviceEditor']): string {
  const { file, texts, choice, choices, flags, plain, response, rows, links, cells } = says
  const [list = '', part = ''] = field.split('-')
  const named: Readonly<Record<string, string>> = { ...file.fields, ...texts, ...choice, ...choices, ...flags, ...plain }
  const parts: Readonly<Record<string, string>> = { ...cells, 'response-amount': response.amount, 'response-unit': response.unit }
  const lists: Readonly<Record<string, string>> = {
    needed: rows.needed,
    phase: rows.phases,
    document: rows.documents,
    contact: rows.contacts,
    response: response.title,
    picture: says.picture,
    ...links,
  }
  const cell = parts[field] ?? (part === 'label' ? says.linkLabel : part === 'href' ? says.linkHref : undefined)
  if (cell !== undefined && lists[list] !== undefined) return `${lists[list]}: ${cell}`
  return named[field] ?? field
}
