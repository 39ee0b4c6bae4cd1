import { fail } from '@sveltejs/kit'
import { offerTemplates, type Template, type TemplateAct, templateActs } from '#domain/conversations/template.ts'
import type { Report } from '#domain/reports/report.ts'
import { inLocale } from '#domain/shared/words.ts'
import type { OptionGroup } from '#lib/forms/field.ts'
import { fillTemplate } from '#lib/mail/fill-template.ts'
import { readAuthor } from '#server/storage/authors.ts'
import { readReport } from '#server/storage/reports.ts'
import { readForm } from '../../../../../../read-form.server.ts'
import type { RequestEvent } from './$types'
import { text } from './asked.server.ts'
import { refusedFiles, shownAgain, whoAndWhat } from './change.server.ts'
import { keepFiles } from './keep-files.server.ts'

type Locals = App.Locals

/** The standard texts for each form of a report: the one that a rule advises, then those that fit it best. */
export function presentTemplates(report: Report, advised: Template['id'] | null, { directory, words }: Locals) {
  const { templates } = words
  const group = directory.categories.get(report.category)?.parent ?? null
  const { category, kind, stage } = report
  const offered = templateActs.map((act): readonly [TemplateAct, readonly OptionGroup[]] => {
    const offer = offerTemplates(directory.templates, { act, category, group, kind, stage, advised })
    const groups = [
      { label: templates.advised, options: offer.advised.map(toOption) },
      { label: templates.fitting, options: offer.fitting.map(toOption) },
      { label: templates.others, options: offer.others.map(toOption) },
    ]
    return [act, groups.filter(({ options }) => options.length > 0)]
  })
  return { templates: Object.fromEntries(offered) as Readonly<Record<TemplateAct, readonly OptionGroup[]>> }
}

function toOption({ id, name }: Template) {
  return { value: id, label: name }
}

/** Puts a standard text into the box of the form that asks for it, below what is written there already; nothing is sent. */
export async function useTemplate(event: RequestEvent) {
  const { locals, request } = event
  const { installation, directory, words } = locals
  const form = await readForm(request)
  const { report: id, by } = await whoAndWhat(event)
  const kept = await keepFiles(form, id, by, locals)
  const found = await installation.world.read(directory.tenant.id, async (reader) => {
    const report = await readReport(reader, id)
    return report && { report, author: report.author ? await readAuthor(reader, report.author) : null }
  })
  const act = text(form, 'act') || null
  const template = directory.templates.find((one) => one.id === form.get('template'))
  const name = act ? 'move' : text(form, 'form')
  if (!kept.ok) return fail(422, refusedFiles(name, form, kept.message))
  if (!found || !template) return { ...shownAgain(name, form, {}), message: words.templates.refusal.no_such_template }
  const locale = found.author?.locale ?? 'it'
  const filled = fillTemplate(inLocale(template.text, locale), found.report, directory, locale, installation.world.now())
  const written = text(form, 'text').trim()
  return shownAgain(name, form, { values: { text: written === '' ? filled : `${written}\n\n${filled}` } })
}
