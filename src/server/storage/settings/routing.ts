import type { RoutingRule } from '#domain/routing/rule.ts'
import type { Reader, Tx } from '../database.ts'
import { readRoutingRules, saveRoutingRules } from '../routing-rules.ts'

/** The whole list of rules is one setting, since their order is part of what they mean; its id is the body’s. */
export const routingStore = {
  read: (reader: Reader): Promise<readonly RoutingRule[]> => readRoutingRules(reader),
  write: (tx: Tx, _: string, value: readonly RoutingRule[] | null): Promise<void> => saveRoutingRules(tx, value ?? []),
}
