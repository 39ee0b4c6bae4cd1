/** What a program's key may be allowed: to read what it sent before everyone may, and to send. */
export const scopes = ['open311:read', 'open311:write'] as const

export type Scope = (typeof scopes)[number]

/** Tells whether a text names something that a key may be allowed. */
export function isScope(text: string): text is Scope {
  return scopes.some((scope) => scope === text)
}
