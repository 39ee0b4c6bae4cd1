import { parentPort, workerData } from 'node:worker_threads'
import heicDecode from 'heic-decode'
import type { HeicAnswer, HeicQuestion } from './heic.ts'

const { bytes, mostPixels } = workerData as HeicQuestion

/** The size is read from the header first: the decoder would set memory aside for whatever the file claims. */
async function decodeFirstPicture(): Promise<HeicAnswer> {
  const [picture] = await heicDecode.all({ buffer: bytes })
  if (!picture) return 'unreadable'
  if (picture.width * picture.height > mostPixels) return 'too-many-pixels'
  return await picture.decode()
}

// A damaged file makes the decoder throw, whatever it likes: to us it is a file that cannot be read.
const answer = await decodeFirstPicture().catch((): HeicAnswer => 'unreadable')
parentPort?.postMessage(answer, typeof answer === 'string' ? [] : [answer.data.buffer])
