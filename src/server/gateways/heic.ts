import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

/** Pixels as red, green, blue and alpha, a byte each, already upright. */
type HeicPixels = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray<ArrayBuffer> }
export type HeicQuestion = { readonly bytes: Uint8Array; readonly mostPixels: number }
export type HeicAnswer = HeicPixels | 'unreadable' | 'too-many-pixels'

/**
 * Decodes the HEVC picture of a phone. libvips as it comes from npm may not (patents), a WebAssembly build of libheif may;
 * it blocks its thread and may be led in circles, hence a thread of its own that is ended when its time is over.
 */
export async function decodeHeic(question: HeicQuestion, milliseconds: number): Promise<HeicAnswer> {
  const worker = new Worker(new URL('./heic-worker.ts', import.meta.url), { workerData: question })
  const ended = once(worker, 'exit').then((): HeicAnswer => 'unreadable')
  const overdue = setTimeout(() => worker.terminate(), milliseconds)
  try {
    const answered = once(worker, 'message').then(([answer]) => answer as HeicAnswer)
    return await Promise.race([answered, ended])
  } catch {
    return 'unreadable'
  } finally {
    clearTimeout(overdue)
    await worker.terminate()
  }
}

/** Whether the file ends where its boxes say: the decoder paints what is missing in grey and calls it a picture. */
export function isWholeHeic(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  let at = 0
  while (at + 8 <= bytes.length) {
    const length = view.getUint32(at)
    if (length === 0) return true
    const extended = length === 1
    if (extended && at + 16 > bytes.length) return false
    const size = extended ? Number(view.getBigUint64(at + 8)) : length
    if (size < (extended ? 16 : 8)) return false
    at += size
  }
  return at === bytes.length
}
