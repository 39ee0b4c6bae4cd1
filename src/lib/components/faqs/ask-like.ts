import type { ShownFaq } from './shown-faq.ts'

const pause = 900
const shortest = 8

/** Asks, a little after the person stops typing, which questions a text seems to ask; the newest answer counts, and none changes nothing. */
export function openAskLike(onfound: (faqs: readonly ShownFaq[]) => void): (text: string) => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = ''
  const ask = async (text: string) => {
    const body = new FormData()
    body.set('text', text)
    const answer = await fetch('/domande-frequenti/simili', { method: 'POST', body }).catch(() => null)
    if (answer?.ok && text === asked) onfound((await answer.json()).faqs)
  }
  return (text) => {
    clearTimeout(timer)
    if (text === asked) return
    asked = text
    if (text.trim().length < shortest) onfound([])
    else timer = setTimeout(() => ask(text), pause)
  }
}
