import type { Command } from './shortcuts.ts'

const rows = '.fd-desk-list-pane .fd-desk-row a[href], .fd-desk-list-pane table a[href]'

/** Opens one of the report's forms and goes to the first field that has to be filled in; tells whether it is there. */
export function openForm(act: string): boolean {
  const details = document.querySelector<HTMLDetailsElement>(`details#action-${act}`)
  if (!details) return false
  details.open = true
  details.scrollIntoView({ block: 'nearest' })
  const fields = ':is(textarea, select, input:not([type=hidden]))'
  const field = details.querySelector<HTMLElement>(`${fields}[required]`) ?? details.querySelector<HTMLElement>(fields)
  ;(field ?? details.querySelector<HTMLElement>('button'))?.focus()
  return true
}

function focusOn(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector)
  found?.scrollIntoView({ block: 'nearest' })
  found?.focus()
  return found !== null
}

/** From the row in focus or, where none is, from the report that is open. */
function step(by: 1 | -1): boolean {
  const links = [...document.querySelectorAll<HTMLAnchorElement>(rows)]
  const focused = links.indexOf(document.activeElement as HTMLAnchorElement)
  const at = focused >= 0 ? focused : links.findIndex((link) => link.getAttribute('aria-current') !== null)
  const next = links[Math.min(links.length - 1, Math.max(0, at + by))]
  next?.scrollIntoView({ block: 'nearest' })
  next?.focus()
  return next !== undefined
}

function press(selector: string): boolean {
  const found = document.querySelector<HTMLElement>(selector)
  found?.click()
  return found !== null
}

const does: Readonly<Record<Exclude<Command, 'help'>, () => boolean>> = {
  next: () => step(1),
  previous: () => step(-1),
  select: () => {
    const row = document.activeElement?.closest('.fd-desk-row, tr')
    const box = row?.querySelector<HTMLInputElement>('input[type=checkbox]')
    box?.click()
    return box !== undefined && box !== null
  },
  search: () => focusOn('.fd-desk-list-pane input[type=search]'),
  triage: () => focusOn('#action-triage select'),
  accept: () => press('[data-key=accept]'),
  take_in_charge: () => openForm('take_in_charge') || openForm('take'),
  assign: () => openForm('assign'),
  give_back: () => openForm('give_back'),
  reply: () => openForm('reply'),
  resolve: () => openForm('resolve'),
  decline: () => openForm('decline'),
  reopen: () => openForm('reopen'),
  ask: () => openForm('ask'),
  resume: () => openForm('resume'),
  note: () => openForm('note'),
  propose: () => openForm('propose'),
  plan: () => openForm('plan'),
  entrust: () => openForm('entrust'),
  mark_worked: () => openForm('mark_worked'),
  send_back: () => openForm('send_back'),
  moderate: () => openForm('moderate'),
  contacts: () => press('[data-key=contacts]'),
  list: () => step(1) && step(-1),
  filters: () => press('.fd-list-toggle'),
  map: () => press('[data-key=map]'),
  older: () => press('.fd-desk-list-pane [rel=next]'),
  inbox: () => press('.fd-desk-buckets a') || press('.fd-staff-nav a'),
  entry: () => press('.fd-staff-nav a[href$="/segnalazioni/nuova"]'),
  agenda: () => press('.fd-staff-nav a[href$="/agenda"]'),
  bulk: () => press('#bulk button'),
}

/** Does what a key asks for; tells whether it could be done here. */
export function doCommand(command: Exclude<Command, 'help'>): boolean {
  return does[command]()
}
