import { fill, type Plural } from '#lib/messages/fill.ts'

export type HoldWords = { readonly left: Plural; readonly soon: string; readonly over: string }

/** The minutes that are told aloud: told each minute, they would keep people from writing. */
const toldMinutes: readonly number[] = [5, 2, 1, 0]

/** What is left of a hold, in whole minutes. */
export function sayLeft(seconds: number, { left, soon, over }: HoldWords): string {
  if (seconds <= 0) return over
  const minutes = Math.floor(seconds / 60)
  return minutes === 0 ? soon : fill(minutes === 1 ? left.one : left.other, { n: minutes })
}

/** Whether what is left is told aloud when it comes to this. */
export function isToldAt(seconds: number): boolean {
  return toldMinutes.includes(Math.floor(seconds / 60))
}
