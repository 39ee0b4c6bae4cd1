import { type ActionResult, enhance, type SubmitFunction } from '$app/forms'

/** How many forms are on their way, and whether the network did not take the last one. */
export type Sending = { underWay: number; unsent: boolean }

/**
 * Forms of the desk are sent without leaving the page, so that list, map, what is chosen and how far one has read stay as they are.
 * A form is taken over when it is first sent; before scripts run, and without them, the browser sends it as it is.
 */
export function takeOverForms(sending: Sending): (event: SubmitEvent) => void {
  const taken = new WeakSet<HTMLFormElement>()
  const left = new WeakSet<HTMLFormElement>()
  return (event) => {
    const { target, submitter } = event
    if (!(target instanceof HTMLFormElement)) return
    if (left.has(target) || !isOwn(target, submitter)) return event.stopPropagation()
    if (taken.has(target)) return
    taken.add(target)
    enhance(target, sendBy(sending, left))
  }
}

/** Asked of the page itself, and answered in it. */
function isOwn(form: HTMLFormElement, submitter: HTMLElement | null): boolean {
  const action = submitter?.getAttribute('formaction') ?? form.getAttribute('action')
  return (action?.startsWith('?/') ?? false) && !submitter?.hasAttribute('formtarget')
}

function sendBy(sending: Sending, left: WeakSet<HTMLFormElement>): SubmitFunction {
  let sent = false
  return ({ action, formElement, submitter, cancel }) => {
    if (sent) return cancel()
    sent = true
    sending.underWay += 1
    return async ({ result, update }) => {
      if (isSignedOut(result)) {
        left.add(formElement)
        return formElement.requestSubmit(submitter)
      }
      sending.unsent = result.type === 'error' && result.status === undefined
      // What somebody else changed meanwhile is shown with what was typed.
      if (!sending.unsent) await update({ reset: false, refreshAll: result.type === 'success' || result.status === 409 })
      sending.underWay -= 1
      sent = false
      if (result.type === 'success' || result.type === 'failure') {
        forgetFiles(formElement)
        showAnswer(action.hash)
      }
      if (result.type === 'redirect') goTo(document.querySelector<HTMLElement>('.fd-desk-detail [role=status]'))
    }
  }
}

/** Whoever was signed out meanwhile is shown by the server, which has what was typed, how to send it again. */
function isSignedOut(result: ActionResult): boolean {
  return result.type === 'error' && result.error.status === 401
}

/** The server has them; they would go twice. */
function forgetFiles(form: HTMLFormElement): void {
  for (const input of form.querySelectorAll<HTMLInputElement>('input[type=file]')) input.value = ''
}

/** Leads to what is wrong or, where something was only looked at or put into a form, there. */
function showAnswer(hash: string): void {
  const pane = document.querySelector('.fd-desk-detail')
  const wrong = pane?.querySelector<HTMLElement>('.fd-errors')
  const asked = hash ? document.getElementById(hash.slice(1)) : null
  goTo(wrong ?? asked?.querySelector<HTMLElement>('textarea') ?? asked ?? null)
}

function goTo(target: HTMLElement | null): void {
  if (!target) return
  if (target.tabIndex < 0) target.tabIndex = -1
  target.scrollIntoView({ block: 'nearest' })
  target.focus()
}
