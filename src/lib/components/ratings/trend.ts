/** A month or week: how many rated, and what they gave on average. */
export type TrendPoint = { readonly rated: number; readonly average: number | null }

type Spot = { readonly x: number; readonly y: number }

export type Trend = {
  readonly columns: readonly (Spot & { readonly width: number; readonly height: number })[]
  /** The average as a path (SVG), broken where nobody rated. */
  readonly line: string
  readonly spots: readonly Spot[]
  /** Where five, three and one star stand. */
  readonly marks: readonly { readonly stars: number; readonly y: number }[]
}

/** What the drawing measures; labels of the stars stand at its left. */
export const trendSize = { width: 360, height: 190, left: 22 } as const

const lineTop = 12
const lineBottom = 112
const columnsTop = 132
const columnsBottom = trendSize.height - 2

/** Where the marks of a course stand: the average above, between one and five stars, and how many rated below. */
export function drawTrend(points: readonly TrendPoint[]): Trend {
  const most = Math.max(1, ...points.map(({ rated }) => rated))
  const each = (trendSize.width - trendSize.left) / Math.max(1, points.length)
  const middle = (at: number) => round(trendSize.left + each * (at + 0.5))
  const width = round(Math.min(each * 0.7, 24))
  const spots = points.map(({ average }, at) => (average === null ? null : { x: middle(at), y: heightOf(average) }))
  return {
    columns: points.map(({ rated }, at) => {
      const height = round(((columnsBottom - columnsTop) * rated) / most)
      return { x: round(middle(at) - width / 2), y: round(columnsBottom - height), width, height }
    }),
    line: spots.map((spot, at) => (spot ? `${at > 0 && spots[at - 1] ? 'L' : 'M'}${spot.x} ${spot.y}` : '')).join(''),
    spots: spots.filter((spot) => spot !== null),
    marks: [5, 3, 1].map((stars) => ({ stars, y: heightOf(stars) })),
  }
}

function heightOf(stars: number): number {
  return round(lineBottom - ((stars - 1) / 4) * (lineBottom - lineTop))
}

function round(n: number): number {
  return Math.round(n * 10) / 10
}
