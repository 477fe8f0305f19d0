import { sql } from 'drizzle-orm'
import { pgPolicy, pgRole, type AnyPgColumn } from 'drizzle-orm/pg-core'

/**
 * The policy shapes that every tenant table uses. They read what the transaction was told of its caller: the organization, whether
 * the caller may touch all of its rows or only rows of certain closers and setters (`app.scope`), and which (`app.rep_ids`).
 * The settings stand in sub-selects so that they are evaluated once a statement, not once a row.
 */
export const appUser = pgRole('app_user').existing()

const tenant = sql`(select nullif(current_setting('app.organization_id', true), '')::uuid)`
const wholeOrganization = sql`(select current_setting('app.scope', true)) = 'organization'`
const anyScope = sql`(select current_setting('app.scope', true)) in ('organization', 'own')`
const ownReps = sql`(select nullif(current_setting('app.rep_ids', true), '')::uuid[])`
const callingUser = sql`(select nullif(current_setting('app.user_id', true), '')::uuid)`

/** Rows that everybody in the organization may read, and only callers with all of its rows may write (roster, settings). */
export const sharedInTenant = (name: string, organizationId: AnyPgColumn) => [
  pgPolicy(`${name}_read`, { for: 'select', to: appUser, using: sql`${organizationId} = ${tenant} and ${anyScope}` }),
  ...writes(name, organizationId),
]

/** Rows that only callers with all of the organization's rows may read or write (keys, deliveries, the audit log). */
export const adminOnly = (name: string, organizationId: AnyPgColumn) => [
  pgPolicy(`${name}_all`, {
    for: 'all',
    to: appUser,
    using: sql`${organizationId} = ${tenant} and ${wholeOrganization}`,
    withCheck: sql`${organizationId} = ${tenant} and ${wholeOrganization}`,
  }),
]

/** Rows that belong to the closers and setters in `rep_ids`: a sales rep reads and writes their own, and deletes none. */
export const ownedByReps = (name: string, organizationId: AnyPgColumn, repIds: AnyPgColumn) => {
  const mine = sql`${organizationId} = ${tenant} and (${wholeOrganization} or ${repIds} && ${ownReps})`
  return [
    pgPolicy(`${name}_read`, { for: 'select', to: appUser, using: mine }),
    pgPolicy(`${name}_insert`, { for: 'insert', to: appUser, withCheck: mine }),
    pgPolicy(`${name}_update`, { for: 'update', to: appUser, using: mine, withCheck: mine }),
    pgPolicy(`${name}_delete`, {
      for: 'delete',
      to: appUser,
      using: sql`${organizationId} = ${tenant} and ${wholeOrganization}`,
    }),
  ]
}

/** Rows that belong to the closers and setters in `rep_ids`, who read their own; only callers with all of the organization's rows write. */
export const readByReps = (name: string, organizationId: AnyPgColumn, repIds: AnyPgColumn) => [
  pgPolicy(`${name}_read`, {
    for: 'select',
    to: appUser,
    using: sql`${organizationId} = ${tenant} and (${wholeOrganization} or ${repIds} && ${ownReps})`,
  }),
  ...writes(name, organizationId),
]

/**
 * Rows that the closers and setters in `rep_ids` make and may withdraw, and only callers with all of the organization's rows settle
 * otherwise: open at first, and as they are once they are settled.
 */
export const settledForReps = (name: string, organizationId: AnyPgColumn, repIds: AnyPgColumn, state: AnyPgColumn) => {
  const mine = sql`${organizationId} = ${tenant} and (${wholeOrganization} or ${repIds} && ${ownReps})`
  return [
    pgPolicy(`${name}_read`, { for: 'select', to: appUser, using: mine }),
    pgPolicy(`${name}_insert`, { for: 'insert', to: appUser, withCheck: sql`${mine} and ${state} = 'open'` }),
    pgPolicy(`${name}_update`, {
      for: 'update',
      to: appUser,
      using: sql`${mine} and ${state} = 'open'`,
      withCheck: sql`${mine} and (${wholeOrganization} or ${state} = 'withdrawn')`,
    }),
    pgPolicy(`${name}_delete`, {
      for: 'delete',
      to: appUser,
      using: sql`${organizationId} = ${tenant} and ${wholeOrganization}`,
    }),
  ]
}

/** Rows that every caller of the organization may read and write, whatever their scope (what a retried mutation answered). */
export const sharedInTenantByAnyone = (name: string, organizationId: AnyPgColumn) => [
  pgPolicy(`${name}_all`, {
    for: 'all',
    to: appUser,
    using: sql`${organizationId} = ${tenant} and ${anyScope}`,
    withCheck: sql`${organizationId} = ${tenant} and ${anyScope}`,
  }),
]

/** As shared rows, but a user also sees the rows that name them, in whichever organization, and may delete them (their memberships). */
export const sharedAndOwnUser = (name: string, organizationId: AnyPgColumn, userId: AnyPgColumn) => [
  pgPolicy(`${name}_read`, {
    for: 'select',
    to: appUser,
    using: sql`(${organizationId} = ${tenant} and ${anyScope}) or ${userId} = ${callingUser}`,
  }),
  ...writes(name, organizationId, sql`(${wholeOrganization} or ${userId} = ${callingUser})`),
]

/** Rows of the platform that name a user and that only this user may read; nobody writes them through the app. */
export const ownUserReads = (name: string, userId: AnyPgColumn) => [
  pgPolicy(`${name}_read`, { for: 'select', to: appUser, using: sql`${userId} = ${callingUser}` }),
]

/** Rows of the platform that name a user and that only this user may read and write (what a retried act of an operator answered). */
export const ownUserOnly = (name: string, userId: AnyPgColumn) => [
  pgPolicy(`${name}_all`, { for: 'all', to: appUser, using: sql`${userId} = ${callingUser}`, withCheck: sql`${userId} = ${callingUser}` }),
]

const writes = (name: string, organizationId: AnyPgColumn, mayDelete = wholeOrganization) => {
  const whole = sql`${organizationId} = ${tenant} and ${wholeOrganization}`
  return [
    pgPolicy(`${name}_insert`, { for: 'insert', to: appUser, withCheck: whole }),
    pgPolicy(`${name}_update`, { for: 'update', to: appUser, using: whole, withCheck: whole }),
    pgPolicy(`${name}_delete`, { for: 'delete', to: appUser, using: sql`${organizationId} = ${tenant} and ${mayDelete}` }),
  ]
}
