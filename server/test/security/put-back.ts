import type { Tenant } from './tenant-rows.ts'

/** An organization of nobody's, open and on trial, for operators to act on. */
export const spare = (of: Tenant) => [
  `insert into organizations (id, name, time_zone, currency) values ('${of.id('spare')}', 'Spare', 'UTC', 'USD') on conflict (id) do update
     set plan = 'trial', trial_ends_at = now() + interval '7 days', state = 'active', state_reason = null, delete_after = null`,
]
/** A member beside the people of the world, for others to change. */
export const spareMember = (of: Tenant) => [
  `insert into organization_members (organization_id, id, user_id, role, name, email)
     values ('${of.organizationId}', '${of.id('organization_members')}', '${of.id('users')}', 'admin', 'Ada', 'ada1@clinch.example')
     on conflict (organization_id, id) do update set role = 'admin'`,
]
/** An invitation that is still open. */
export const openInvitation = (of: Tenant) => [
  `update invitations set accepted_at = null, revoked_at = null, token_hash = id::text where id = '${of.id('invitations')}'`,
]
/** Whoever left is back, told by the owner’s e-mail domain: who they are in the organization and on its roster. */
export const everybodyBack = (of: Tenant) => {
  const people = `organization_members o join auth.users u on split_part(u.email, '@', 2) = split_part(o.email, '@', 2)
     where o.organization_id = '${of.organizationId}' and o.role = 'owner' and split_part(u.email, '@', 1)`
  const onRoster = (table: string, who: string) =>
    `update ${table} set user_id = (select u.id from ${people} = '${who}') where id = '${of.id(table)}' and user_id is null`
  return [
    `insert into organization_members (organization_id, id, user_id, role, name, email)
       select o.organization_id, gen_random_uuid(), u.id, case when u.email like 'admin@%' then 'admin' else 'sales_rep' end, u.name, u.email
       from ${people} in ('admin', 'rep', 'bystander', 'setter') on conflict (organization_id, user_id) do nothing`,
    onRoster('closers', 'rep'),
    onRoster('setters', 'setter'),
  ]
}
/** The ownership is back where it was; both in one transaction, since there is an owner whenever one ends. */
export const ownerAgain = (of: Tenant) => [
  `${spareMember(of).join('; ')}; update organization_members set role = 'owner'
     where organization_id = '${of.organizationId}' and split_part(email, '@', 1) like 'owner%'`,
]
