import { error, fail, redirect } from '@sveltejs/kit'
import { categoriesFor } from '#domain/categories/category.ts'
import { categoryLabel } from '#domain/categories/find-category.ts'
import type { Staff } from '#domain/people/actor.ts'
import { mayDo } from '#domain/people/capability.ts'
import { priorities } from '#domain/reports/priority.ts'
import { mostFiles } from '#domain/reports/submission.ts'
import { locales } from '#domain/shared/words.ts'
import { showQuestions } from '#lib/components/questions/shown-question.ts'
import { fill } from '#lib/messages/fill.ts'
import { findAuthors } from '#server/use-cases/people/find-authors.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { placed, placesFor } from '../placed.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { type Entry, entryChannels } from './entry.ts'
import { candidatesFor } from './like.server.ts'
import { emptyEntry, readEntry, settled } from './read-entry.server.ts'
import { entryProblems, keepFiles, lateProblem, record } from './record.server.ts'

/** One screen on which a report is written down while somebody speaks. */
export const load: PageServerLoad = ({ locals, url }) => {
  const { directory, words, locale } = locals
  const staff = staffOf(locals)
  if (!mayDo(staff, 'record_for_others')) error(403, words.entry.forbidden)
  const { kinds, centre } = directory.tenant.settings
  const choices = new Set(kinds.flatMap((kind) => categoriesFor([...directory.categories.values()], kind)))
  return {
    locale,
    words: { entry: words.entry, questions: words.questions, wizard: words.wizard, forms: words.forms, map: words.map },
    kinds: kinds.map((kind) => ({ value: kind as string, label: words.reports.kind[kind] })),
    categories: [...choices].map((category) => ({
      id: category.id as string,
      label: categoryLabel(category, directory.categories, locale),
    })),
    channels: entryChannels.map((channel) => ({ value: channel as string, label: words.entry.channels[channel] })),
    priorities: priorities.map((one) => ({ value: one as string, label: words.inbox.priority[one] })),
    languages: locales.map((one) => ({ value: one as string, label: words.entry.languages[one] })),
    filesHelp: fill(words.entry.filesHelp, { n: mostFiles.photo }),
    documentsHelp: fill(words.wizard.data.documentsHelp, { n: mostFiles.document }),
    centre,
    empty: emptyEntry(locals, url.searchParams.get('canale')),
  }
}

export const actions: Actions = {
  default: async ({ locals, request }) => {
    const { words } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    if (!mayDo(staff, 'record_for_others')) error(403, words.entry.forbidden)
    const { entry: typed, several } = readEntry(locals, form)
    const files = await keepFiles(locals, typed.draft, form)
    const entry = settled({ ...typed, content: await placed(locals, typed.content), draft: files.token })
    const does = meant(textOf(form, 'do'), entry)
    const shown = await show(locals, staff, entry, files.stored)
    if (does.startsWith('use:') || does === 'find') return { ...shown, ...(await author(locals, staff, entry, does)) }
    if (does === 'search') return { ...shown, entry }
    const wrong = entryProblems(locals, entry, several, files.refused)
    if (wrong.errors.length > 0) return fail(422, { ...shown, entry, ...wrong })
    const unseen = shown.candidates.filter(({ number, open }) => open && !entry.seen.includes(String(number)))
    if (unseen.length > 0) return { ...shown, entry, check: true }
    const recorded = await record(locals, staff, entry, files.draft)
    if (!recorded.ok) return fail(422, { ...shown, entry, ...lateProblem(locals, entry, recorded.refusal) })
    const alone = recorded.value.joined === 'alone' ? `?sola=${encodeURIComponent(entry.under)}` : ''
    redirect(303, `/operatori/segnalazioni/nuova/fatta/${entry.key}${alone}`)
  },
}

/** Enter in a field looks for a person while one is looked for and nobody is named yet. */
function meant(does: string, { find, content }: Entry): string {
  if (does !== 'auto') return does
  const named = [content.firstName, content.lastName, content.email, content.phone].some((text) => text.trim() !== '')
  return find.trim() !== '' && !named ? 'find' : 'send'
}

/** What is shown whatever was asked: the questions, the places that may be meant, the reports that are alike, the files so far. */
async function show(locals: App.Locals, staff: Staff, entry: Entry, stored: readonly { readonly name: string }[]) {
  const { directory, locale } = locals
  const { content } = entry
  const category = content.category ? directory.categories.get(content.category) : undefined
  return {
    entry,
    questions: category ? showQuestions(category.questions, locale, locals.words.questions) : [],
    places: await placesFor(locals, content),
    candidates: await candidatesFor(content, staff, locals),
    files: stored.map(({ name }) => name),
    errors: [],
    byField: {},
    check: false,
  }
}

/** Whoever wrote before is looked for, or their details are taken over. */
async function author({ installation, directory, words }: App.Locals, staff: Staff, entry: Entry, does: string) {
  const asked = await findAuthors(installation.world, directory.tenant.id, { text: entry.find, by: staff })
  if (!asked.ok) return { byField: { find: words.entry.problems[asked.refusal] } }
  const chosen = asked.value.find(({ number }) => does === `use:${number}`)
  if (!chosen) {
    return {
      known: asked.value.map(({ number, title, author: { firstName, lastName, email, phone } }) => ({
        number,
        name: [firstName, lastName].filter(Boolean).join(' ') || words.entry.nameless,
        contacts: [email, phone].filter(Boolean).join(' · '),
        last: fill(words.entry.lastReport, { number, title }),
      })),
    }
  }
  const { firstName, lastName, email, phone, locale } = chosen.author
  const content = {
    ...entry.content,
    firstName: firstName ?? '',
    lastName: lastName ?? '',
    email: email ?? '',
    phone: phone ?? '',
  }
  return { entry: { ...entry, content, locale, find: '' } }
}
