import type { ShownQuestion } from '#lib/components/questions/shown-question.ts'
import type { ShownCandidate } from './entry.ts'

/** What the server makes of what was typed so far. */
export type Following = {
  readonly candidates: readonly ShownCandidate[]
  readonly category: string | null
  /** Only where the category is another one than before. */
  readonly questions: readonly ShownQuestion[] | null
}

let asked = new AbortController()

/** Asks what is alike and, where another category is meant, what it asks; nothing when the server can not be reached. */
export async function askWhatFollows(form: HTMLFormElement, before: string | null): Promise<Following | null> {
  asked.abort()
  asked = new AbortController()
  const { signal } = asked
  const body = new FormData(form)
  for (const files of ['photo', 'document']) body.delete(files)
  try {
    const answer = await fetch('/operatori/segnalazioni/nuova/simili', { method: 'POST', body, signal })
    if (!answer.ok) return null
    const { candidates, category } = await answer.json()
    return { candidates, category, questions: category === before ? null : await questionsOf(category, signal) }
  } catch {
    return null
  }
}

async function questionsOf(category: string | null, signal: AbortSignal): Promise<readonly ShownQuestion[]> {
  if (category === null) return []
  const answer = await fetch(`/segnala/domande/${category}`, { signal })
  return answer.ok ? (await answer.json()).questions : []
}
