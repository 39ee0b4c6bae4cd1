import { redirect } from '@sveltejs/kit'
import { flaggedRules } from '#domain/routing/flag-rule.ts'
import type { RuleId } from '#domain/routing/rule.ts'
import { count } from '#lib/messages/fill.ts'
import { readRoutingRules } from '#server/storage/routing-rules.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { listWorkers } from '#server/storage/workers.ts'
import { type RulesChange, setRules } from '#server/use-cases/routing/set-rules.ts'
import { readForm, textOf } from '../../../../../read-form.server.ts'
import { failForm } from '../../refused-form.server.ts'
import { staffOf } from '../../staff-of.server.ts'
import { presentHistory, readHistory } from '../history.server.ts'
import { revert } from '../revert.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { saidOfRules } from './said-of-rules.server.ts'
import { sayFlag, sayRule } from './say-rule.server.ts'

/** The rules in their order, each as a sentence, and everything that was changed of them. */
export const load: PageServerLoad = async ({ locals, url }) => {
  const { installation, directory, words, locale } = locals
  const setting = { subject: 'routing', id: directory.tenant.id } as const
  const { rules, workers, history, version } = await installation.world.read(directory.tenant.id, async (reader) => ({
    rules: await readRoutingRules(reader),
    workers: await listWorkers(reader),
    history: await readHistory(reader, setting),
    version: await lastSettingVersion(reader, setting.subject, setting.id),
  }))
  const rows = rules.map((rule, index) => ({
    id: rule.id as string,
    href: `/operatori/impostazioni/regole/${rule.id}`,
    name: rule.name,
    says: sayRule(rule, workers, locals),
    flag: sayFlag(rule, workers, locals),
    active: rule.active,
    stop: rule.stop,
    index,
    last: index === rules.length - 1,
  }))
  const flagged = flaggedRules(rules, { ...directory, workers }).length
  return {
    locale,
    routing: words.routing,
    rows,
    flagged: flagged > 0 ? count(locale, words.routing.flaggedCount, flagged) : null,
    version,
    history: presentHistory(history, locals),
    done: url.searchParams.has('fatto'),
  }
}

const here = '/operatori/impostazioni/regole'

export const actions: Actions = {
  change: async ({ locals, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const form = await readForm(request)
    const ask = { by: staff, change: changeOf(form), seen: Number(textOf(form, 'version')) }
    const changed = await setRules(installation.world, directory.tenant.id, ask)
    if (!changed.ok) return failForm('list', changed, form, saidOfRules(locals))
    redirect(303, `${here}?fatto`)
  },
  revert,
}

function changeOf(form: FormData): RulesChange {
  const id = textOf(form, 'rule') as RuleId
  const what = textOf(form, 'do')
  if (what === 'remove') return { change: 'remove', id }
  if (what === 'on' || what === 'off') return { change: 'turn', id, active: what === 'on' }
  return { change: 'place', id, index: Math.floor(Number(what)) || 0 }
}
