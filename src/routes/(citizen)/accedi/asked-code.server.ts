import type { RequestEvent } from '@sveltejs/kit'
import { ownPath } from '#domain/citizens/own-path.ts'
import { codeTerms } from '#domain/citizens/sign-in-code.ts'
import { isId } from '#domain/shared/id.ts'
import { codeCookie } from '#server/delivery/web/citizen-session.ts'
import { type AskedCode, readSignInCode, type SignInCodeId } from '#server/storage/sign-in-codes.ts'

/** Whether whoever asks, and the address, have not been sent too many codes already; both are counted for every address alike. */
export async function mayAsk(
  { installation: { limits }, clientAddress, directory }: App.Locals,
  email: string,
): Promise<boolean> {
  const few = await limits.take('citizen-code', clientAddress)
  return few && (await limits.take('citizen-code-address', `${directory.tenant.id} ${email}`))
}

/** This browser alone may type the code that it asked for. */
export function keepAsked({ cookies, url }: Pick<RequestEvent, 'cookies' | 'url'>, id: SignInCodeId): void {
  const secure = url.protocol === 'https:'
  cookies.set(codeCookie, id, { path: '/accedi', httpOnly: true, sameSite: 'lax', secure, maxAge: codeTerms.life / 1000 })
}

/** The code that this browser asked for, whatever its age. */
export async function findAsked({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>): Promise<AskedCode | null> {
  const id = cookies.get(codeCookie) ?? ''
  if (!isId(id)) return null
  const { installation, directory } = locals
  return installation.world.read(directory.tenant.id, (reader) => readSignInCode(reader, id as SignInCodeId))
}

/** Where the person goes on who has signed in. */
export function landing({ searchParams }: URL): string {
  return ownPath(searchParams.get('torna')) ?? '/area-personale'
}

/** The same, as an action of the page carries it. */
export function backTo({ searchParams }: URL): string {
  const back = ownPath(searchParams.get('torna'))
  return back ? `&torna=${encodeURIComponent(back)}` : ''
}

/** Where the code is typed. */
export function codePage(url: URL, said?: string): string {
  return pageOf('/accedi/codice', url, said)
}

/** Where a code is asked for. */
export function askPage(url: URL, said?: string): string {
  return pageOf('/accedi', url, said)
}

function pageOf(path: string, url: URL, said: string | undefined): string {
  const asked = `${said ? `&${said}` : ''}${backTo(url)}`
  return asked ? `${path}?${asked.slice(1)}` : path
}
