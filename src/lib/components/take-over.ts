import { type Component, hydrate } from 'svelte'

/** Takes over, in the browser, a part that Island.svelte rendered under this name; nothing else of the page needs a script. */
export function takeOver<Props extends Record<string, unknown>>(part: Component<Props>, name: string): void {
  const target = document.getElementById(name)
  const props = document.getElementById(`${name}-dati`)?.textContent
  if (target && props) hydrate(part, { target, props: JSON.parse(props) })
  document.getElementById('errors')?.focus()
}
