/** The files that are on their way: before the form goes on, all of them have arrived or been refused. */
export type Uploads = {
  add(file: File, send: () => Promise<boolean>): void
  /** Waits, and tries once more what failed; false when something could still not be sent. */
  settle(): Promise<boolean>
}

/** Sends files one after the other: a phone's connection is not made faster by five at once. */
export function openUploads(): Uploads {
  const failed = new Map<File, () => Promise<boolean>>()
  let running: Promise<void> = Promise.resolve()
  const add = (file: File, send: () => Promise<boolean>) => {
    failed.delete(file)
    running = running.then(async () => {
      if (!(await send())) failed.set(file, send)
    })
  }
  return {
    add,
    settle: async () => {
      await running
      for (const [file, send] of [...failed]) add(file, send)
      await running
      return failed.size === 0
    },
  }
}
