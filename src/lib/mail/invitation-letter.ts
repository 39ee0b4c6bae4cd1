import type { Locale } from '#domain/shared/words.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import { fill } from '#lib/messages/fill.ts'
import { type LetterDraft, letterHtml, letterText } from './letter-parts.ts'

/** What a letter says to whoever is asked to work in a body. */
export type InvitationFacts = {
  readonly body: string
  readonly name: string
  readonly inviter: string | null
  /** Each role as it is called, with its office. */
  readonly roles: readonly string[]
  /** Where the person sets a password, or signs in with the one that they have. */
  readonly link: string
  readonly setsPassword: boolean
}

/** The letter that asks a person in. */
export function composeInvitation(
  facts: InvitationFacts,
  { people: { letter } }: Pick<Dictionary, 'people'>,
  locale: Locale,
): { readonly subject: string; readonly text: string; readonly html: string } {
  const { body, name, inviter, roles, link, setsPassword } = facts
  const way = setsPassword ? letter.password : letter.signIn
  const draft: LetterDraft = {
    lang: locale,
    body,
    subject: fill(letter.subject, { body }),
    heading: fill(letter.heading, { body }),
    parts: [
      { kind: 'paragraph', text: fill(letter.greeting, { name }) },
      { kind: 'paragraph', text: inviter ? fill(letter.leadBy, { inviter, body }) : fill(letter.lead, { body }) },
      { kind: 'rows', rows: [{ label: letter.roles, value: roles.join('\n') }] },
      { kind: 'button', label: way.button, href: link, hint: way.hint },
      { kind: 'small', lines: [letter.why] },
    ],
  }
  return { subject: draft.subject, text: letterText(draft), html: letterHtml(draft) }
}
