import type { Scope } from '../../src/kernel/actor.ts'
import { valueAt } from './operation.ts'
import type { Tenant } from './tenant-rows.ts'

/** What becomes of a call: it is answered, with something or with null, or refused with a code. */
export type Expected =
  'allowed' | 'null' | 'UNAUTHENTICATED' | 'FORBIDDEN' | 'NOT_FOUND' | 'CONFLICT' | 'BAD_USER_INPUT' | 'PLAN_LIMIT' | 'TRIAL_EXPIRED'

/** Those whom a row of the table tells of. All of them name rows of the first organization. */
export const roles = ['anonymous', 'trespasser', 'rival', 'bystander', 'rep', 'admin', 'owner'] as const
export type Role = (typeof roles)[number]

/** Everybody else who may call, and whom of those the rules are to take them for. */
const takenFor = {
  /** Credentials that were good once. */
  endedSession: 'anonymous',
  revokedKey: 'anonymous',
  expiredKey: 'anonymous',
  endedPortal: 'anonymous',
  revokedPortal: 'anonymous',
  /** Of an organization that was suspended. */
  suspendedOwner: 'trespasser',
  suspendedKey: 'trespasser',
  suspendedPortal: 'trespasser',
  /** A sales rep who is the first organization’s first setter, and both by portal link. */
  setter: 'rep',
  portalCloser: 'rep',
  portalSetter: 'rep',
  /** An operator who acts for nobody any more, for the first organization, for the rival, and for the rival while naming the first. */
  operator: 'trespasser',
  operatorActing: 'admin',
  operatorElsewhere: 'rival',
  operatorAstray: 'trespasser',
} as const satisfies Readonly<Record<string, Role>>

export type Actor = Role | keyof typeof takenFor
const further = Object.keys(takenFor) as (keyof typeof takenFor)[]
export const actors: readonly Actor[] = [...roles, ...further]

/** Who has good credentials and no account: a rule that asks for a person refuses them. */
const withoutAccount: readonly Actor[] = ['suspendedKey', 'suspendedPortal', 'portalCloser', 'portalSetter']
const operators: readonly Actor[] = ['operator', 'operatorActing', 'operatorElsewhere', 'operatorAstray']

/** Who may call a root field, and with what. */
export interface RootField {
  /** What each member of the first organization is answered about its rows, and each outsider. */
  expected: Readonly<Record<Role, Expected>>
  /** What those are answered whose answer does not follow from that. */
  also?: Readonly<Partial<Record<Actor, Expected>>>
  /** Asks for a person who signed in, or for an operator of the platform, whichever organization they act in. */
  asks?: 'account' | 'operator'
  /** The scope with which an API key may call it; `any` for every key, null for none. */
  key: Scope | 'any' | null
  /** What a key is answered that may call it; something, unless said. */
  answersKeys?: Expected
  /** Arguments that name rows of a tenant, every id filled in; `unique` differs from call to call. */
  variables?: (of: Tenant, unique: string) => Record<string, unknown>
  /** Other arguments, where an id excludes another: to name each id once. */
  instead?: (of: Tenant, unique: string) => Record<string, unknown>
  /** Statements that put back before each call what an allowed call takes away, run by the owner of the database. */
  before?: (of: Tenant) => readonly string[]
}

/** Arguments of a root field that hold something at a path. */
export function argumentsWith({ variables, instead }: Pick<RootField, 'variables' | 'instead'>, path: string, of: Tenant, unique: string) {
  const given = variables?.(of, unique) ?? {}
  return instead && valueAt(given, path) === undefined ? instead(of, unique) : given
}

/** What an actor is answered who calls a root field about rows of the first organization. */
export function expectedOf({ expected, also, asks }: Pick<RootField, 'expected' | 'also' | 'asks'>, actor: Actor): Expected {
  const said = also?.[actor]
  if (said) return said
  if (asks === 'operator' && operators.includes(actor)) return 'allowed'
  if (asks && withoutAccount.includes(actor)) return 'FORBIDDEN'
  return expected[actor in takenFor ? takenFor[actor as keyof typeof takenFor] : (actor as Role)]
}

/** The same for everybody. */
export const answeredTo = (who: Readonly<Record<Role, Expected>>, answer: Expected): Readonly<Record<Role, Expected>> => ({
  ...who,
  ...Object.fromEntries(roles.map((role) => [role, answer])),
})

/** What another tenant’s admin is answered who names an id that is not theirs: in a query, in a mutation, or in what is not for them at all. */
export function strangerAnswer({ expected: { rival } }: RootField, isQuery: boolean): RegExp {
  if (rival === 'FORBIDDEN') return /^FORBIDDEN$/
  return isQuery ? /^(null|allowed)$/ : /^NOT_FOUND$/
}

const outsiders = { anonymous: 'UNAUTHENTICATED', trespasser: 'FORBIDDEN' } as const
const insiders = { bystander: 'allowed', rep: 'allowed', admin: 'allowed', owner: 'allowed' } as const

export const everybody = { anonymous: 'allowed', trespasser: 'allowed', rival: 'allowed', ...insiders } as const
/** Whoever signed in, in an organization or not. To be used with `asks: 'account'`. */
export const signedIn = { ...everybody, anonymous: 'UNAUTHENTICATED' } as const
/** Any member, of rows that all members see. */
export const members = { ...outsiders, rival: 'allowed', ...insiders } as const
/** Any member, of one row, which is the rep's and not the bystander's. */
export const membersOfRow = { ...members, rival: 'null', bystander: 'null' } as const
/** Owners and admins; `rival` is what another organization's admin is answered who names rows of the first. */
export const admins = (rival: Expected) =>
  ({ ...outsiders, rival, bystander: 'FORBIDDEN', rep: 'FORBIDDEN', admin: 'allowed', owner: 'allowed' }) as const
/** The owner alone. */
export const owners = {
  ...outsiders,
  rival: 'FORBIDDEN',
  bystander: 'FORBIDDEN',
  rep: 'FORBIDDEN',
  admin: 'FORBIDDEN',
  owner: 'allowed',
} as const
/** Operators of the platform alone. To be used with `asks: 'operator'`. */
export const nobodyElse = { ...owners, owner: 'FORBIDDEN' } as const
