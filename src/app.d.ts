import type { IncomingMessage } from 'node:http'
import type { Citizen } from '#domain/citizens/citizen.ts'
import type { Staff } from '#domain/people/actor.ts'
import type { Locale } from '#domain/shared/words.ts'
import type { Rateable } from '#lib/components/rateable.ts'
import type { Dictionary } from '#lib/messages/dictionary.ts'
import type { Installation } from '#server/boot.ts'
import type { Directory } from '#server/storage/directory.ts'

declare module 'node:http' {
  interface IncomingMessage {
    /** What the entry hands to the pages. */
    filo?: Installation
  }
}

declare global {
  namespace App {
    interface Locals {
      installation: Installation
      directory: Directory
      locale: Locale
      words: Dictionary
      staff: (Staff & { readonly name: string; readonly email: string }) | null
      /** Whoever has shown that an address is theirs; it gives no rights of the staff. */
      citizen: Citizen | null
      clientAddress: string
      /** Why a page of work is shown to nobody here, where it is refused. */
      refused?: Omit<App.Error, 'number'> & { readonly status: number }
    }
    interface PageData {
      rateable?: Rateable
    }
    interface Platform {
      req: IncomingMessage
    }
    interface Error {
      message: string
      /** What a person quotes when they write to us. */
      number?: string
      /** A form that was not taken because its writer was signed out meanwhile: all its fields, to be sent again, and whether files were among them. */
      again?: { readonly fields: readonly (readonly [name: string, value: string])[]; readonly files: boolean }
    }
  }
}
