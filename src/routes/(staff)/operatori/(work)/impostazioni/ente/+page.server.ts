import { parseCoordinates, writeCoordinates } from '#domain/shared/parse-place.ts'
import { textOf } from '../../../../../read-form.server.ts'
import { bodyActions, readBody, wordsOf } from '../body-settings.server.ts'
import type { Actions, PageServerLoad } from './$types'

/** What the body says of itself. */
export const load: PageServerLoad = async (event) => {
  const { settings, page } = await readBody(event, 'ente')
  const now: Readonly<Record<string, readonly string[]>> = {
    name: [settings.name],
    region: [settings.region],
    address: [settings.address],
    taxCode: [settings.taxCode],
    phone: [settings.phone],
    tollFree: [settings.tollFree ?? ''],
    whatsapp: [settings.whatsapp ?? ''],
    email: [settings.email],
    pec: [settings.pec],
    tagline: [settings.tagline.it],
    'tagline-en': [settings.tagline.en ?? ''],
    emergencyNotice: [settings.emergencyNotice.it],
    'emergencyNotice-en': [settings.emergencyNotice.en ?? ''],
    privacyNotice: [settings.privacyNotice.it],
    'privacyNotice-en': [settings.privacyNotice.en ?? ''],
    terms: [settings.terms.it],
    'terms-en': [settings.terms.en ?? ''],
    accessibilityStatement: [settings.accessibilityStatement],
    centre: [writeCoordinates(settings.centre)],
  }
  return { ...page, now, map: event.locals.words.map }
}

const line = (form: FormData, name: string) => textOf(form, name).trim()

/** What is no place is refused by the rule. */
const nowhere = { longitude: Number.NaN, latitude: Number.NaN }

export const actions: Actions = bodyActions((form) => ({
  name: line(form, 'name'),
  region: line(form, 'region'),
  address: line(form, 'address'),
  taxCode: line(form, 'taxCode'),
  phone: line(form, 'phone'),
  tollFree: line(form, 'tollFree') || undefined,
  whatsapp: line(form, 'whatsapp') || undefined,
  email: line(form, 'email'),
  pec: line(form, 'pec'),
  tagline: wordsOf(form, 'tagline'),
  emergencyNotice: wordsOf(form, 'emergencyNotice'),
  privacyNotice: wordsOf(form, 'privacyNotice'),
  terms: wordsOf(form, 'terms'),
  accessibilityStatement: line(form, 'accessibilityStatement'),
  centre: parseCoordinates(textOf(form, 'centre')) ?? nowhere,
}))
