import type { Stage } from '#domain/reports/stage.ts'

/** The colours of the base map, in pictures drawn by the server and in the browser alike. */
export const mapColours = {
  outside: '#dce6ea',
  land: '#f7f5f0',
  border: '#7d8f9b',
  casing: '#b9c3c8',
  street: '#ffffff',
  name: '#2f475e',
  pin: '#b3003f',
} as const

/** The pin, its point at 0 0; half as wide as 26, as high as 38. */
export const pinPath = 'M0 0C-5-11-13-17-13-25a13 13 0 0 1 26 0C13-17 5-11 0 0Z'

/** How marks on the map tell stages apart: by shape and by colour, never by colour alone. */
export const markGroups = ['received', 'in_progress', 'resolved', 'declined'] as const

export type MarkGroup = (typeof markGroups)[number]

const groups: Readonly<Record<Stage, MarkGroup>> = {
  submitted: 'received',
  in_charge: 'in_progress',
  planned: 'in_progress',
  waiting: 'in_progress',
  with_others: 'in_progress',
  worked: 'in_progress',
  resolved: 'resolved',
  declined: 'declined',
  withdrawn: 'declined',
}

/** The kind of mark that a report of this stage has. */
export function markGroup(stage: Stage): MarkGroup {
  return groups[stage]
}

export const markColours: Readonly<Record<MarkGroup, string>> = {
  received: '#1d4f91',
  in_progress: '#8a4b00',
  resolved: '#00633f',
  declined: '#8c1035',
}

/** The outlines of the marks in a square of 24: circle, triangle, square, diamond. */
export const markPaths: Readonly<Record<MarkGroup, string>> = {
  received: 'M12 3a9 9 0 1 1 0 18a9 9 0 1 1 0-18Z',
  in_progress: 'M12 3L22 20H2Z',
  resolved: 'M4 4H20V20H4Z',
  declined: 'M12 1L23 12L12 23L1 12Z',
}
