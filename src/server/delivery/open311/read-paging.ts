import { fill } from '#lib/messages/fill.ts'
import type { Problem } from './answer.ts'
import type { Call } from './call.ts'
import { readInstant } from './instant.ts'

/** The standard's limit of one answer. */
const mostRows = 1000
const mostPages = 1000

export type Paging = { readonly limit: number; readonly offset: number }

/** Reads `page` and `page_size`; problems are added to those that are already known. */
export function readPaging(call: Call, problems: Problem[]): Paging {
  const limit = readWhole(call, problems, { name: 'page_size', otherwise: mostRows, to: mostRows })
  const page = readWhole(call, problems, { name: 'page', otherwise: 1, to: mostPages })
  return { limit, offset: (page - 1) * limit }
}

/** Reads a whole number from 1 on. */
export function readWhole(
  { parameters, words }: Call,
  problems: Problem[],
  { name, otherwise, to }: { readonly name: string; readonly otherwise: number; readonly to: number },
): number {
  const text = parameters.one(name)
  if (text === '') return otherwise
  const value = /^\d{1,9}$/.test(text) ? Number(text) : 0
  if (value < 1 || value > to) problems.push({ code: 400, description: fill(words.problems.notNumber, { name, from: 1, to }) })
  return value
}

/** Reads a moment, or null where none is given. */
export function readDate({ parameters, words }: Call, problems: Problem[], name: string): Date | null {
  const text = parameters.one(name)
  if (text === '') return null
  const instant = readInstant(text)
  if (instant === null) problems.push({ code: 400, description: fill(words.problems.notDate, { name }) })
  return instant
}

/** What a client asks for to the second, as a half-open span: we keep fractions of seconds and write none. */
export function wholeSeconds(from: Date | null, to: Date | null): { readonly from: Date | null; readonly to: Date | null } {
  return {
    from: from && new Date(Math.ceil(from.getTime() / 1000) * 1000),
    to: to && new Date((Math.floor(to.getTime() / 1000) + 1) * 1000),
  }
}

/** The report numbers among the ids asked for; what is no number of ours is no report. */
export function readNumbers({ parameters }: Call, name: string): readonly number[] | null {
  const ids = parameters.list(name)
  return ids.length === 0 ? null : numbersIn(ids)
}

/** Ids as report numbers, those that can be one, each once. */
export function numbersIn(ids: readonly string[]): readonly number[] {
  return [...new Set(ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number))].slice(0, mostRows)
}
