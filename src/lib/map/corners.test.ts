import { describe, expect, test } from 'vitest'
import { closedRing, corners, drawByKey, insertCorner, moveCorner, nearestCorner, type Rings, removeCorner } from './corners.ts'

const square = (x: number, size: number): number[][] => [
  [x, 0],
  [x + size, 0],
  [x + size, size],
  [x, size],
  [x, 0],
]
const triangle: number[][] = [
  [1, 1],
  [2, 1],
  [1, 2],
  [1, 1],
]
const shape: Rings = [[square(0, 10), triangle], [square(20, 5)]]

describe('the corners of a shape', () => {
  test('are counted once each', () => expect(corners(shape)).toBe(11))

  test.each([
    [[9, 1], { part: 0, ring: 0, at: 1 }],
    [[1.1, 1.9], { part: 0, ring: 1, at: 2 }],
    [[26, 6], { part: 1, ring: 0, at: 2 }],
  ])('nearest to %j is %j', (point, expected) => expect(nearestCorner(shape, point)).toEqual(expected))

  test('are none in an empty shape', () => expect(nearestCorner([], [0, 0])).toBeNull())

  test('move, and the ring stays closed', () => {
    const [[ring]] = moveCorner(shape, { part: 0, ring: 0, at: 0 }, [-1, -1]) as [[number[][]]]
    expect(ring.at(0)).toEqual([-1, -1])
    expect(ring.at(-1)).toEqual([-1, -1])
  })

  test('come between the neighbours that are nearer', () => {
    const [[ring]] = insertCorner(shape, { part: 0, ring: 0, at: 1 }, [11, 4]) as [[number[][]]]
    expect(ring).toEqual([
      [0, 0],
      [10, 0],
      [11, 4],
      [10, 10],
      [0, 10],
      [0, 0],
    ])
  })

  test('go one by one, and the last three with their ring or their part', () => {
    expect(removeCorner(shape, { part: 1, ring: 0, at: 0 })[1]).toEqual([
      [
        [25, 0],
        [25, 5],
        [20, 5],
        [25, 0],
      ],
    ])
    expect(removeCorner(shape, { part: 0, ring: 1, at: 0 })[0]).toEqual([square(0, 10)])
    expect(removeCorner([[triangle], [square(20, 5)]], { part: 0, ring: 0, at: 1 })).toEqual([[square(20, 5)]])
  })
})

describe('a ring drawn by keys', () => {
  const two = [
    [0, 0],
    [4, 0],
  ]
  const three = [...two, [4, 4]]
  test.each([
    ['Enter', two, 'corner', three],
    [' ', [], 'corner', [[4, 4]]],
    ['Enter', three, 'same_place', three],
    ['Backspace', three, 'back', two],
    ['Delete', [[1, 1]], 'back', []],
    ['f', two, 'too_few', two],
    ['F', three, 'end', three],
    ['Escape', three, 'away', []],
  ] as const)('%s of %j: %s', (key, ring, step, after) =>
    expect(drawByKey(key, ring as unknown as number[][], [4, 4])).toEqual({ step, ring: after }),
  )

  test.each(['ArrowUp', 'i', 'Tab', '+'])('%s does nothing to it', (key) => expect(drawByKey(key, three, [4, 4])).toBeNull())

  test('has nothing to take back before it begins', () => expect(drawByKey('Backspace', [], [4, 4])).toBeNull())

  test('ends where it began', () => expect(closedRing(three)).toEqual([...three, [0, 0]]))
})
