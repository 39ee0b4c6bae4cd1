import { error, fail, redirect } from '@sveltejs/kit'
import { conditionField } from '#domain/routing/check-rules.ts'
import { noEffects, type RoutingRule, type RuleId } from '#domain/routing/rule.ts'
import { isId } from '#domain/shared/id.ts'
import type { Refused } from '#domain/shared/result.ts'
import { readRoutingRules } from '#server/storage/routing-rules.ts'
import { lastSettingVersion } from '#server/storage/settings/history.ts'
import { listWorkers } from '#server/storage/workers.ts'
import { type SetRulesRefusal, setRules } from '#server/use-cases/routing/set-rules.ts'
import { readForm, textOf } from '../../../../../../read-form.server.ts'
import { typedIn, wordRefused } from '../../../refused-form.server.ts'
import { staffOf } from '../../../staff-of.server.ts'
import { ruleChoices } from '../rule-choices.server.ts'
import { readRule, rowOf, rowsOf, ruleAsTyped } from '../rule-form.server.ts'
import { saidOfRules } from '../said-of-rules.server.ts'
import { sayFlag } from '../say-rule.server.ts'
import type { Actions, PageServerLoad } from './$types'
import type { presentTrial } from './present-trial.server.ts'
import { decidesOtherwise, markOfTrial, tryRule } from './try-rule.server.ts'

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
    choices: ruleChoices(rule, workers, locals),
    version,
  }
}

const newRule: RoutingRule = { id: '' as RuleId, name: '', active: true, conditions: [], effects: noEffects, stop: false }

export const actions: Actions = {
  default: async ({ locals, params, request }) => {
    const { world } = locals.installation
    const tenant = locals.directory.tenant.id
    const form = await readForm(request)
    if (textOf(form, 'do') === 'add') {
      form.set('rows', String(rowsOf(form) + 1))
      return shown(form, null)
    }
    const id = (params.rule !== 'nuova' && isId(params.rule) ? params.rule : world.newId<'routing-rule'>()) as RuleId
    const rule = readRule(form, id)
    const rules = await world.read(tenant, readRoutingRules)
    const mark = markOfTrial(rule, textOf(form, 'version'))
    const untried = decidesOtherwise(rules.find((one) => one.id === id) ?? null, rule) && textOf(form, 'tried') !== mark
    if (untried || textOf(form, 'do') === 'try') {
      const trial = await tryRule(rule, rules, locals)
      if (!trial.ok) return refused(trial, form, locals)
      form.set('tried', mark)
      return shown(form, trial.value)
    }
    const seen = Number(textOf(form, 'version'))
    const saved = await setRules(world, tenant, { by: staffOf(locals), change: { change: 'put', rule }, seen })
    if (!saved.ok) return refused(saved, form, locals)
    redirect(303, '/operatori/impostazioni/regole?fatto')
  },
}

function shown(form: FormData, trial: ReturnType<typeof presentTrial> | null) {
  return { typed: typedIn(form), refused: null, trial }
}

function refused(answer: Refused<SetRulesRefusal>, form: FormData, locals: App.Locals) {
  const worded = wordRefused('rule', { ...answer, ...rowField(answer.field, form) }, form, saidOfRules(locals))
  return fail(answer.refusal === 'old_version' ? 409 : 422, { typed: worded.values, refused: worded, trial: null })
}

/** A condition is named by its place among the others; the form may have rows about nothing between them. */
function rowField(field: string | undefined, form: FormData): { readonly field?: string } {
  const n = field?.startsWith('condition-') ? Number(field.slice('condition-'.length)) : Number.NaN
  return Number.isNaN(n) ? {} : { field: conditionField(rowOf(form, n)) }
}
