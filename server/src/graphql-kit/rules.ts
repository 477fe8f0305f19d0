import { rule } from 'graphql-shield'
import { isRep, type Scope } from '../kernel/actor.ts'
import type { Caller } from '../kernel/caller.ts'
import { forbidden, unauthenticated } from '../kernel/errors.ts'
import type { GraphContext } from './context.ts'

type Check = (context: GraphContext) => true | Error

const known = new Map<string, ReturnType<ReturnType<typeof rule>>>()

/** graphql-shield wants each name to stand for one rule, so that the same rule asked for twice is the same. */
function define(name: string, check: Check) {
  const made =
    known.get(name) ?? rule(name, { cache: 'no_cache' })((_parent: unknown, _arguments: unknown, context: GraphContext) => check(context))
  known.set(name, made)
  return made
}

/** Anybody, signed in or not. */
export const isAnybody = define('isAnybody', () => true)

/** A person who signed in, member of an organization or not. */
export const isSignedIn = define('isSignedIn', ({ caller }) => {
  if (caller.account) return true
  return caller.recognised ? forbidden('Only somebody who signed in may do this.', 'user') : unauthenticated(caller.why ?? undefined)
})

/** Acts within an organization: any member, a portal link's holder, or an API key with the scope. */
export const isMember = (scope: Scope) =>
  define(`isMember(${scope})`, ({ caller }) => {
    if (!caller.actor) return notActing(caller)
    if (caller.actor.kind !== 'api_key' || caller.actor.scopes.includes(scope)) return true
    return forbidden(`The key lacks the scope ${scope}.`, scope)
  })

/** Acts within an organization: any member, a portal link's holder, or an API key with any of the scopes. */
export const isMemberWithAny = (...scopes: readonly Scope[]) =>
  define(`isMemberWithAny(${scopes.join()})`, ({ caller }) => {
    if (!caller.actor) return notActing(caller)
    const { actor } = caller
    if (actor.kind !== 'api_key' || scopes.some((scope) => actor.scopes.includes(scope))) return true
    return forbidden(`The key lacks the scope ${scopes.join(' or ')}.`, scopes[0] ?? 'member')
  })

/** An owner or admin, an operator acting for them, or an API key with the scope; `null` where no key may. */
export const isAdmin = (scope: Scope | null) =>
  define(`isAdmin(${scope ?? 'no key'})`, ({ caller }) => {
    const { actor } = caller
    if (!actor) return notActing(caller)
    if (isRep(actor)) return forbidden('Only an owner or admin may do this.', 'admin')
    if (actor.kind !== 'api_key') return true
    if (scope === null) return forbidden('API keys may not do this.', 'admin')
    return actor.scopes.includes(scope) ? true : forbidden(`The key lacks the scope ${scope}.`, scope)
  })

/** A closer or a setter, signed in as a sales rep or by a portal link. */
export const isSalesRep = define('isSalesRep', ({ caller }) => {
  if (!caller.actor) return notActing(caller)
  return isRep(caller.actor) ? true : forbidden('Only a closer or a setter may do this.', 'sales_rep')
})

/** The owner alone, signed in. */
export const isOwner = define('isOwner', ({ caller }) => {
  const { actor } = caller
  if (!actor) return notActing(caller)
  return actor.kind === 'user' && actor.role === 'owner' ? true : forbidden('Only the owner may do this.', 'owner')
})

/** One of our own operators, whichever organization they act in, if any. */
export const isOperator = define('isOperator', ({ caller }) => {
  if (caller.account?.isOperator) return true
  if (caller.recognised) return forbidden('Only an operator of the platform may do this.', 'super_admin')
  return unauthenticated(caller.why ?? undefined)
})

/** Any member of the organization or holder of a portal link, or any API key of it. */
export const isInOrganization = define('isInOrganization', ({ caller }) => (caller.actor ? true : notActing(caller)))

const notActing = ({ recognised, why, wanted }: Caller): Error =>
  recognised ? forbidden(why ?? 'You are not a member of an organization yet.', wanted ?? 'member') : unauthenticated(why ?? undefined)
