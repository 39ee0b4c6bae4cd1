import type { TenantSettings } from '#domain/tenants/tenant.ts'

/** Which page sets what of the body. */
export const bodyParts = {
  ente: [
    ...(['name', 'region', 'address', 'taxCode', 'phone', 'tollFree', 'whatsapp', 'email', 'pec', 'tagline'] as const),
    ...(['emergencyNotice', 'privacyNotice', 'terms', 'accessibilityStatement', 'centre'] as const),
  ],
  collegamenti: ['site'],
  calendario: ['calendar'],
  segnalazioni: [
    ...(['kinds', 'publication', 'anonymousReports', 'authorReopens', 'reopenDays', 'waitingDays'] as const),
    'blockedWords',
  ],
  home: ['home'],
  aspetto: ['look'],
  valutazioni: ['shownRatings', 'ratingMails'],
  note: ['forcedNotes'],
  avvisi: ['notices'],
} as const satisfies Readonly<Record<string, readonly (keyof TenantSettings)[]>>

export type BodyPage = keyof typeof bodyParts

const pages = Object.keys(bodyParts) as readonly BodyPage[]

/** The page on which a change of the body was made; what no page sets is found with the body’s name. */
export function pageOfChange(before: TenantSettings, after: TenantSettings): BodyPage {
  const changed = (part: keyof TenantSettings) => JSON.stringify(before[part]) !== JSON.stringify(after[part])
  return pages.find((page) => bodyParts[page].some(changed)) ?? 'ente'
}
