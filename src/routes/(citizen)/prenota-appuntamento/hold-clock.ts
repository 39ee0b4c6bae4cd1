import { type HoldWords, isToldAt, sayLeft } from './say-left.ts'

/** The page says until when a slot is kept; here the minutes that are left are counted, and told aloud only now and then. */
const box = document.querySelector<HTMLElement>('[data-hold-seconds]')
if (box) count(box)

function count(box: HTMLElement): void {
  const words = JSON.parse(box.dataset.holdWords ?? '{}') as HoldWords
  const end = performance.now() + Number(box.dataset.holdSeconds) * 1000
  const [shown, told] = [box.querySelector('[data-hold-left]'), box.querySelector('[data-hold-said]')]
  let before = ''
  const look = () => {
    const seconds = Math.max(0, Math.round((end - performance.now()) / 1000))
    const text = sayLeft(seconds, words)
    if (text !== before && shown) shown.textContent = text
    if (text !== before && before !== '' && told && isToldAt(seconds)) told.textContent = text
    before = text
    if (seconds === 0) clearInterval(timer)
  }
  const timer = setInterval(look, 1000)
  look()
}
