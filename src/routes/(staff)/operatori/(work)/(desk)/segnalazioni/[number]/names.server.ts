import type { EventActor } from '#domain/reports/event.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { ReportFile } from '#server/queries/desk/report-file.ts'

type Locals = Pick<App.Locals, 'directory' | 'locale' | 'words'>

/** An office by its name; nothing where it is not there. */
export function officeName(id: string | null | undefined, { directory, locale }: Locals): string {
  const office = [...directory.offices.values()].find((one) => one.id === id)
  return office ? inLocale(office.name, locale) : ''
}

/** A category by its name; nothing where it is not there. */
export function categoryName(id: string | undefined, { directory, locale }: Locals): string {
  const category = [...directory.categories.values()].find((one) => one.id === id)
  return category ? inLocale(category.name, locale) : ''
}

/** Who did something, as the staff know them. */
export function actorName(actor: EventActor, { names }: Pick<ReportFile, 'names'>, { words }: Locals): string {
  return actor.kind === 'staff' ? (names.get(actor.account) ?? words.desk.who.staff) : words.desk.who[actor.kind]
}
