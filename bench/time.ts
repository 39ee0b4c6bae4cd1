/** How long something takes, in milliseconds. */
export type Waiting = { readonly name: string; readonly p50: number; readonly p95: number; readonly worst: number }

/** So many times it is asked before what is timed. */
export const warmUps = 5

/** Times what is asked, in milliseconds; where it only prepares and gives back the rest, the rest. */
export async function time(name: string, times: number, ask: (n: number) => Promise<unknown>): Promise<Waiting> {
  const found: number[] = []
  for (let n = 0; n < times + warmUps; n++) {
    let start = performance.now()
    const rest = await ask(n)
    if (typeof rest === 'function') {
      start = performance.now()
      await rest()
    }
    if (n >= warmUps) found.push(performance.now() - start)
  }
  const sorted = found.toSorted((one, other) => one - other)
  const at = (share: number) =>
    Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10
  return { name, p50: at(0.5), p95: at(0.95), worst: at(1) }
}
