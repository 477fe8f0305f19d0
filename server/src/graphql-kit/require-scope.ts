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

/** Whether the caller may read what a scope is for; for fields that hold less for a key that lacks it. */
export const mayRead = ({ caller: { actor } }: GraphContext, scope: Scope): boolean =>
  actor?.kind !== 'api_key' || actor.scopes.includes(scope)
