import { error, fail, redirect } from '@sveltejs/kit'
import { checkRule } from '#domain/routing/check-rules.ts'
import { noEffects, type RoutingRule, type RuleId } from '#domain/routing/rule.ts'
import { isId } from '#domain/shared/id.ts'
import type { RefusedForm } from '#lib/components/people/refused-form.ts'
import { tryRouting } from '#server/queries/desk/try-routing.ts'
import { listWorkers } from '#server/storage/accounts.ts'
import { readRoutingRules } from '#server/storage/routing-rules.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { setRules, withRule } from '#server/use-cases/routing/set-rules.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { typedIn, wordRefused } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { ruleChoices } from '../rule-choices.server.ts'
import { readRule, rowsOf, ruleAsTyped } from '../rule-form.server.ts'
import { saidOfRules } from '../said-of-rules.server.ts'
import { sayFlag } from '../say-rule.server.ts'
import type { Actions, PageServerLoad } from './$types'
import { presentTrial } from './present-trial.server.ts'

/** One rule, or a new one. */
export const load: PageServerLoad = async ({ locals, params }) => {
  const { installation, directory, words, locale } = locals
  const { rules, workers, version } = await installation.world.read(directory.tenant.id, async (reader) => ({
    rules: await readRoutingRules(reader),
    workers: await listWorkers(reader),
    version: await lastSettingVersion(reader, 'routing', directory.tenant.id),
  }))
  const rule = params.rule === 'nuova' ? null : (rules.find(({ id }) => id === params.rule) ?? error(404, words.errors.notFound))
  return {
    locale,
    routing: words.routing,
    title: rule?.name ?? words.routing.add,
    now: ruleAsTyped(rule ?? newRule),
    flag: rule ? sayFlag(rule, workers, locals) : null,
    choices: ruleChoices(workers, locals),
    version,
  }
}

const newRule: RoutingRule = { id: '' as RuleId, name: '', active: true, conditions: [], effects: noEffects, stop: false }

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { installation, directory } = locals
    const staff = staffOf(locals)
    const { world } = installation
    const form = await readForm(request)
    const id = (params.rule !== 'nuova' && isId(params.rule) ? params.rule : world.newId<'routing-rule'>()) as RuleId
    const rule = readRule(form, id)
    const what = textOf(form, 'do')
    if (what === 'add') {
      form.set('rows', String(rowsOf(form) + 1))
      return { typed: typedIn(form), refused: null, trial: null }
    }
    if (what === 'try') {
      const { rules, workers } = await world.read(directory.tenant.id, async (reader) => ({
        rules: await readRoutingRules(reader),
        workers: await listWorkers(reader),
      }))
      const others = rules.filter((other) => other.id !== id)
      const checked = checkRule(rule, others, directory, workers)
      if (!checked.ok) return fail(422, failed(wordRefused('rule', checked, form, saidOfRules(locals))))
      const tried = withRule(rules, rule)
      const trial = await world.read(directory.tenant.id, (reader) => tryRouting(reader, directory, tried))
      return { typed: typedIn(form), refused: null, trial: presentTrial(trial, workers, locals) }
    }
    const seen = Number(textOf(form, 'version'))
    const saved = await setRules(world, directory.tenant.id, { by: staff, change: { change: 'put', rule }, seen })
    if (!saved.ok)
      return fail(saved.refusal === 'old_version' ? 409 : 422, failed(wordRefused('rule', saved, form, saidOfRules(locals))))
    redirect(303, '/operatori/impostazioni/regole?fatto')
  },
}

function failed(refused: RefusedForm) {
  return { typed: refused.values, refused, trial: null }
}
