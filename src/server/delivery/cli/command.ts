import type { Installation } from '#server/boot.ts'

/** What a verb of the command line may use; answers go to standard output, everything else to standard error. */
export type Tools = {
  /** Opens the installation, beside a running server too; it is closed when the verb is done. */
  open(): Promise<Installation>
  print(line: string): void
  say(line: string): void
}

/** A verb of the command line: what `--help` says, and what it does. It returns the exit code: 0 done, 1 refused. */
export type Command = { readonly usage: string; run(args: readonly string[], tools: Tools): Promise<number> }

/** The command line was written wrongly: the exit code is 2, and the usage is shown. */
export class WrongUsage extends Error {}
