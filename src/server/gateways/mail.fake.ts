import type { Letter, Mailer } from './mail.ts'

/** Keeps the letters; throws instead what it is told to, until it is told otherwise. */
export function fakeMailer(): Mailer & { readonly sent: Letter[]; failWith(fault: Error | null): void } {
  const sent: Letter[] = []
  let failure: Error | null = null
  return {
    sent,
    failWith: (fault) => {
      failure = fault
    },
    send: async (letter) => {
      if (failure) throw failure
      sent.push(letter)
    },
  }
}
