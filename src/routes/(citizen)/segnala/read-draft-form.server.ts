import { atPlace, type DraftContent, withoutPlace } from '#domain/reports/draft.ts'
import { type CategoryId, isId } from '#domain/shared/id.ts'
import { parsePlace } from '#domain/shared/parse-place.ts'
import { textOf, textsOf } from '../../read-form.server.ts'

/** No category asks as much. */
const mostAsked = 50

const texts = ['title', 'description', 'firstName', 'lastName', 'email', 'phone'] as const

/** Puts everything that was typed into the draft, right or wrong; what the form does not hold stays as it was. */
export function readDraftForm(before: DraftContent, form: FormData): DraftContent {
  const typed = Object.fromEntries(texts.filter((name) => form.has(name)).map((name) => [name, textOf(form, name)]))
  const category = textOf(form, 'category')
  const consent = textOf(form, 'consent')
  const content: DraftContent = {
    ...before,
    ...typed,
    category: form.has('category') ? (isId(category) ? (category as CategoryId) : null) : before.category,
    answers: { ...before.answers, ...readAnswers(form) },
    consent: consent === '' ? before.consent : consent === 'yes',
  }
  return form.has('search') ? readPlace(content, form) : content
}

/** The form names the questions that it showed, because a box that is not ticked sends nothing. */
function readAnswers(form: FormData): DraftContent['answers'] {
  const codes = new Set(textsOf(form, 'asked').filter((code) => /^[\w-]{1,60}$/.test(code)))
  const most = [...codes].slice(0, mostAsked)
  return Object.fromEntries(most.map((code) => [code, textsOf(form, `answer.${code}`)]))
}

/** A candidate counts only while the text that found it is still there. */
function readPlace(before: DraftContent, form: FormData): DraftContent {
  const search = textOf(form, 'search').trim()
  const address = textOf(form, 'address').trim()
  const place = parsePlace(textOf(form, 'longitude'), textOf(form, 'latitude'))
  const candidate = search === textOf(form, 'searched').trim() ? textOf(form, 'candidate') : ''
  if (candidate === 'keep' && place) return atPlace(before, place, search)
  const [longitude, latitude, ...label] = candidate.split(',')
  const found = parsePlace(longitude, latitude)
  if (found) return atPlace(before, found, label.join(','))
  if (search === '' && address !== '') return withoutPlace(before)
  return { ...before, place, address: place ? address : '', search }
}
