import { expect, test } from 'vitest'
import { takeTurns } from './turns.ts'

test('no more than so many run at a time, in the order in which they came, and a failure gives its turn on', async () => {
  const inTurn = takeTurns(2)
  const finish: (() => void)[] = []
  const started: number[] = []
  const works = [0, 1, 2, 3].map((one) =>
    inTurn(async () => {
      started.push(one)
      await new Promise<void>((resolve) => finish.push(resolve))
      if (one === 0) throw new Error('failed')
      return one
    }).catch(() => 'failed'),
  )
  expect(started).toEqual([0, 1])
  for (const one of works.keys()) {
    finish[one]?.()
    await works[one]
    await Promise.resolve()
    expect(started.length).toBe(Math.min(4, one + 3))
  }
  expect(await Promise.all(works)).toEqual(['failed', 1, 2, 3])
  expect(started).toEqual([0, 1, 2, 3])
})
