import { rule } from 'graphql-shield'
import type { Scope } from '../kernel/actor.ts'
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
  return caller.actor ? forbidden('API keys may not do this.', 'user') : unauthenticated(caller.why ?? undefined)
})

/** Acts within an organization: any member, or an API key with the scope. */
export const isMember = (scope: Scope) =>
  define(`isMember(${scope})`, ({ caller }) => {
    if (!caller.actor) return notActing(caller.account !== null, caller.why)
    if (caller.actor.kind !== 'api_key' || caller.actor.scopes.includes(scope)) return true
    return forbidden(`The key lacks the scope ${scope}.`, scope)
  })

/** An owner or admin, or an API key with the scope; `null` where no key may. */
export const isAdmin = (scope: Scope | null) =>
  define(`isAdmin(${scope ?? 'no key'})`, ({ caller }) => {
    const { actor } = caller
    if (!actor) return notActing(caller.account !== null, caller.why)
    if (actor.kind === 'user') return actor.role === 'sales_rep' ? forbidden('Only an owner or admin may do this.', 'admin') : true
    if (actor.kind === 'api_key' && scope !== null) {
      return actor.scopes.includes(scope) ? true : forbidden(`The key lacks the scope ${scope}.`, scope)
    }
    return forbidden('API keys may not do this.', 'admin')
  })

/** Any member of the organization, or any API key of it. */
export const isInOrganization = define('isInOrganization', ({ caller }) =>
  caller.actor ? true : notActing(caller.account !== null, caller.why),
)

const notActing = (signedIn: boolean, why: string | null): Error =>
  signedIn ? forbidden(why ?? 'You are not a member of an organization yet.', 'member') : unauthenticated(why ?? undefined)
