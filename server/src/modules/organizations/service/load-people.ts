import { Conditions } from '../../../database/conditions.ts'
import { countList, type ListQuery, type Page, type PageRequest, readPage } from '../../../database/keyset.ts'
import type { Tx } from '../../../database/tx.ts'
import type { MemberRole } from '../../../kernel/actor.ts'
import { likePattern } from '../../../lib/like-pattern.ts'

export interface MemberRow {
  id: string
  userId: string
  name: string
  email: string
  role: string
  createdAt: string
}

export interface MemberFilter {
  search?: string | undefined
  roles?: readonly MemberRole[] | undefined
}

const memberColumns = `id, user_id as "userId", name, email, role, created_at as "createdAt"`

/** A page of the members, the first to join first. */
export const listMembers = (tx: Tx, filter: MemberFilter, page: PageRequest): Promise<Page<MemberRow>> =>
  readPage<MemberRow>(tx, membersOf(tx, filter), { column: 'created_at', id: 'id', type: 'timestamptz', direction: 'asc' }, page)

export const countMembers = (tx: Tx, filter: MemberFilter): Promise<number> => countList(tx, membersOf(tx, filter))

function membersOf(tx: Tx, { search, roles }: MemberFilter): ListQuery {
  const conditions = new Conditions([tx.organizationId]).always('organization_id = $1').anyText('role', roles)
  if (search) conditions.add(likePattern(search), (p) => `(name ilike ${p} or email ilike ${p} or id::text ilike ${p})`)
  return { select: memberColumns, from: 'organization_members', where: conditions.where, parameters: conditions.parameters }
}

export async function loadMember(tx: Tx, id: string): Promise<MemberRow | null> {
  const [row] = await tx.query<MemberRow>(`select ${memberColumns} from organization_members where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
  ])
  return row ?? null
}

export interface ApiKeyRow {
  id: string
  name: string
  lastFour: string
  scopes: string[]
  createdBy: string
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
  revokedAt: string | null
}

const keyColumns = `id, name, last_four as "lastFour", scopes, created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt",
  last_used_at as "lastUsedAt", revoked_at as "revokedAt"`

export const listApiKeys = (tx: Tx): Promise<ApiKeyRow[]> =>
  tx.query<ApiKeyRow>(`select ${keyColumns} from api_keys where organization_id = $1 order by created_at desc, id desc limit 500`, [
    tx.organizationId,
  ])

export async function loadApiKey(tx: Tx, id: string): Promise<ApiKeyRow | null> {
  const [row] = await tx.query<ApiKeyRow>(`select ${keyColumns} from api_keys where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
  ])
  return row ?? null
}

export interface InvitationRow {
  id: string
  email: string
  role: string
  invitedBy: string
  createdAt: string
  expiresAt: string
  acceptedAt: string | null
  revokedAt: string | null
}

const invitationColumns = `id, email, role, invited_by as "invitedBy", created_at as "createdAt", expires_at as "expiresAt",
  accepted_at as "acceptedAt", revoked_at as "revokedAt"`

/** What became of an invitation. */
export type InvitationState = 'open' | 'expired' | 'accepted' | 'revoked'

export interface InvitationFilter {
  search?: string | undefined
  states?: readonly InvitationState[] | undefined
}

const stateOfInvitation = `case when accepted_at is not null then 'accepted' when revoked_at is not null then 'revoked'
  when expires_at <= now() then 'expired' else 'open' end`

/** A page of the invitations, the newest first. */
export const listInvitations = (tx: Tx, filter: InvitationFilter, page: PageRequest): Promise<Page<InvitationRow>> =>
  readPage<InvitationRow>(tx, invitationsOf(tx, filter), { column: 'created_at', id: 'id', type: 'timestamptz', direction: 'desc' }, page)

export const countInvitations = (tx: Tx, filter: InvitationFilter): Promise<number> => countList(tx, invitationsOf(tx, filter))

function invitationsOf(tx: Tx, { search, states }: InvitationFilter): ListQuery {
  const conditions = new Conditions([tx.organizationId]).always('organization_id = $1').anyText(stateOfInvitation, states)
  if (search) conditions.add(likePattern(search), (p) => `(email ilike ${p} or invited_by ilike ${p} or id::text ilike ${p})`)
  return { select: invitationColumns, from: 'invitations', where: conditions.where, parameters: conditions.parameters }
}

export async function loadInvitation(tx: Tx, id: string): Promise<InvitationRow | null> {
  const [row] = await tx.query<InvitationRow>(`select ${invitationColumns} from invitations where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
  ])
  return row ?? null
}
