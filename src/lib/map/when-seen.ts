import type { Attachment } from 'svelte/attachments'

/** Opens something heavy in an element when the element comes into sight, and closes it with the element. */
export function whenSeen(open: (target: HTMLElement) => Promise<() => void>, onfail: () => void): Attachment<HTMLElement> {
  return (target) => {
    let gone = false
    let close: () => void = () => undefined
    const observer = new IntersectionObserver(
      (entries) => {
        if (!entries.some(({ isIntersecting }) => isIntersecting)) return
        observer.disconnect()
        open(target).then((opened) => {
          if (gone) opened()
          else close = opened
        }, onfail)
      },
      { rootMargin: '200px' },
    )
    observer.observe(target)
    return () => {
      gone = true
      observer.disconnect()
      close()
    }
  }
}
