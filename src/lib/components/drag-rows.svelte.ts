import { onMount } from 'svelte'

type Drag = {
  /** Whether one row may be dropped on another. */
  readonly takes: (dragged: string, target: string) => boolean
  readonly drop: (dragged: string, target: string) => void
}

/**
 * Rows that are dragged onto each other, by their ids. What is dropped is acted on when the drag is over: a page that goes away in
 * the middle of one leaves the browser waiting for its end.
 */
export function dragRows({ takes, drop }: Drag) {
  let scripts = $state(false)
  let dragged = $state<string | null>(null)
  let over = $state<string | null>(null)
  let dropped: (() => void) | null = null
  onMount(() => {
    scripts = true
  })

  function start(event: DragEvent, id: string) {
    event.dataTransfer?.setData('text/plain', id)
    // A list that changes while a drag begins ends it.
    setTimeout(() => {
      dragged = id
    })
  }
  function hover(event: DragEvent, id: string) {
    if (dragged === null || dragged === id || !takes(dragged, id)) return
    event.preventDefault()
    over = id
  }
  function end() {
    dragged = null
    over = null
    dropped?.()
    dropped = null
  }

  return {
    /** Rows can be dragged where scripts run. */
    get possible() {
      return scripts
    },
    get dragging() {
      return dragged !== null
    },
    get over() {
      return over
    },
    /** What a row that is dragged listens to. */
    source: (id: string) => ({ ondragstart: (event: DragEvent) => start(event, id), ondragend: end }),
    /** What a row listens to on which another is dropped. */
    target: (id: string) => ({
      ondragover: (event: DragEvent) => hover(event, id),
      ondragleave: () => {
        over = null
      },
      ondrop: (event: DragEvent) => {
        event.preventDefault()
        const from = dragged
        if (from !== null && from !== id && takes(from, id)) dropped = () => drop(from, id)
      },
    }),
  }
}
