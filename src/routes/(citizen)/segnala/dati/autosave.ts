export type SaveState = 'idle' | 'saving' | 'saved' | 'offline'

/** Keeps what is being typed on the server, a little after the person stops typing. */
export type Autosave = {
  changed(): void
  /** Saves now; false when the server can not be reached. */
  flush(): Promise<boolean>
  close(): void
}

const address = '/segnala/bozza'
const pause = 1500
const retryAfter = 5000

/** Watches a form; a save that fails for want of a network is tried again until it succeeds. */
export function openAutosave(form: HTMLFormElement, onstate: (state: SaveState) => void): Autosave {
  let timer: ReturnType<typeof setTimeout> | undefined
  let dirty = false
  let running: Promise<boolean> = Promise.resolve(true)

  const later = (milliseconds: number) => {
    clearTimeout(timer)
    timer = setTimeout(flush, milliseconds)
  }
  const save = async (): Promise<boolean> => {
    dirty = false
    onstate('saving')
    try {
      const response = await fetch(address, { method: 'POST', body: textsOf(form) })
      onstate(response.ok ? 'saved' : 'idle')
      return true
    } catch {
      dirty = true
      onstate('offline')
      later(retryAfter)
      return false
    }
  }
  function flush(): Promise<boolean> {
    clearTimeout(timer)
    running = running.then(save)
    return running
  }
  const onLeave = () => {
    if (dirty) navigator.sendBeacon(address, textsOf(form))
    dirty = false
  }
  const onOnline = () => {
    if (dirty) flush()
  }
  addEventListener('pagehide', onLeave)
  addEventListener('online', onOnline)
  return {
    changed: () => {
      dirty = true
      later(pause)
    },
    flush,
    close: () => {
      clearTimeout(timer)
      removeEventListener('pagehide', onLeave)
      removeEventListener('online', onOnline)
    },
  }
}

/** Files go their own way; here they would be sent again with every word. */
function textsOf(form: HTMLFormElement): FormData {
  const texts = new FormData()
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') texts.append(name, value)
  return texts
}
