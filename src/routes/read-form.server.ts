import { error } from '@sveltejs/kit'

/** Reads what a form sent; a body that is none is the client's mistake, not ours. */
export async function readForm(request: Request): Promise<FormData> {
  try {
    return await request.formData()
  } catch (fault) {
    if (fault instanceof Error && 'status' in fault) throw fault
    error(400)
  }
}

const longestText = 10_000

/** A text of a form as it can be kept: whole characters, one kind of line end, no more than a form could hold. */
export function textOf(form: FormData, name: string): string {
  return tidy(form.get(name))
}

/** All texts of a form under one name. */
export function textsOf(form: FormData, name: string): readonly string[] {
  return form.getAll(name).slice(0, 50).map(tidy)
}

/** The files of a form under one name; browsers send a nameless empty one where nothing was chosen. */
export function filesOf(form: FormData, name: string): readonly File[] {
  return form.getAll(name).filter((file): file is File => file instanceof File && (file.name !== '' || file.size > 0))
}

function tidy(value: FormDataEntryValue | null): string {
  if (typeof value !== 'string') return ''
  return value.slice(0, longestText).toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n')
}
