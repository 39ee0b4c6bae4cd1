import type { FillText } from '#domain/bulk/change-for-report.ts'
import { fillTemplate } from '#lib/mail/fill-template.ts'

/** Fills in the texts of this body as it is now. */
export function fillWith({ directory, installation }: App.Locals): FillText {
  return (text, report, locale) => fillTemplate(text, report, directory, locale, installation.world.now())
}
