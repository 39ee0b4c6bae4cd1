import type { Locale } from '#domain/shared/words.ts'
import type { DeskWords } from './it/desk-screen.ts'

const files: Readonly<Record<Locale, () => Promise<DeskWords>>> = {
  it: async () => (await import('./it/desk-screen.ts')).deskScreen,
  en: async () => (await import('./en/desk-screen.ts')).deskScreen,
}

/** The words of the desk's screen in a language. */
export function deskWords(locale: Locale): Promise<DeskWords> {
  return files[locale]()
}
