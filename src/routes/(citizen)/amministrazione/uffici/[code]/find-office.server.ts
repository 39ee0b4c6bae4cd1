import type { Office } from '#domain/offices/office.ts'

/** The office that works under this code. */
export function findOffice(code: string, { directory }: App.Locals): Office | null {
  return [...directory.offices.values()].find((office) => office.active && office.code === code) ?? null
}
