import { error } from '@sveltejs/kit'

/** More characters than anybody writes into one form, and room for whatever a rule is to refuse beside its field. */
const mostText = 1_000_000

/** Reads what a form sent; a body that is none is the client's mistake, not ours. What is too long is refused whole, and nothing is ever cut. */
export async function readForm(request: Request, most: number = mostText): Promise<FormData> {
  const form = await parseForm(request)
  let length = 0
  for (const [name, value] of form) length += name.length + (typeof value === 'string' ? value.length : 0)
  return length > most ? error(413) : form
}

async function parseForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (fault) {
    if (fault instanceof Error && 'status' in fault) throw fault
    error(400)
  }
}

/** A text of a form as it can be kept: whole characters, one kind of line end. */
export function textOf(form: FormData, name: string): string {
  return tidy(form.get(name))
}

/** All texts of a form under one name. */
export function textsOf(form: FormData, name: string): readonly string[] {
  return form.getAll(name).map(tidy)
}

/** The files of a form under one name; browsers send a nameless empty one where nothing was chosen. */
export function filesOf(form: FormData, name: string): readonly File[] {
  return form.getAll(name).filter((file): file is File => file instanceof File && (file.name !== '' || file.size > 0))
}

function tidy(value: FormDataEntryValue | null): string {
  if (typeof value !== 'string') return ''
  return value.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n')
}
