import type { Locale } from '#domain/shared/words.ts'

const million = 1_000_000

/** How large a file is, as people read it: whole kilobytes, from a million bytes on megabytes. */
export function writeFileSize(bytes: number, locale: Locale): string {
  const large = bytes >= million
  const form = { style: 'unit', unit: large ? 'megabyte' : 'kilobyte', maximumFractionDigits: large ? 1 : 0 } as const
  return new Intl.NumberFormat(locale, form).format(large ? bytes / million : Math.max(1, bytes / 1000))
}
