import type { AreaId } from '../shared/id.ts'
import type { Geometry } from './geometry.ts'

/** A part of the body's territory with a name of its own; a report's area comes from its point, never from typing. */
export type Area = {
  readonly id: AreaId
  readonly parent: AreaId | null
  readonly code: string
  readonly name: string
  readonly geometry: Geometry
  /** Reports are found to lie in it; one that is not keeps its name for those of the past. */
  readonly active: boolean
}

/** An area as it is set, with its place among the others. */
export type AreaSetting = Omit<Area, 'id'> & { readonly position: number }
