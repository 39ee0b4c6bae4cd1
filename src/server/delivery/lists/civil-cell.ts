import { Temporal } from 'temporal-polyfill'
import type { SheetCell } from '#server/gateways/spreadsheet.ts'

/** The hour that the body's clocks showed, in the fields that are called UTC. */
export function civilCell(cell: SheetCell, zone: string): SheetCell {
  if (!(cell instanceof Date)) return cell
  const local = Temporal.Instant.fromEpochMilliseconds(cell.getTime()).toZonedDateTimeISO(zone).toPlainDateTime()
  return new Date(`${local.toString({ smallestUnit: 'minute' })}:00Z`)
}
