import type { Scope } from '../kernel/actor.ts'
import { forbidden } from '../kernel/errors.ts'
import type { GraphContext } from './context.ts'

/**
 * Refuses an API key that lacks the scope. For fields that lead from what one scope reads to what another one does (the payments of
 * an event): the rules stand before root fields, and asked of every object of a list they would be dear.
 */
export function requireScope({ caller: { actor } }: GraphContext, scope: Scope): void {
  if (actor?.kind === 'api_key' && !actor.scopes.includes(scope)) throw forbidden(`The key lacks the scope ${scope}.`, scope)
}
