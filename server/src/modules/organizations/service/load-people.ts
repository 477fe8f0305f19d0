import type { Tx } from '../../../database/tx.ts'

export interface MemberRow {
  id: string
  userId: string
  name: string
  email: string
  role: string
  createdAt: string
}

const memberColumns = `id, user_id as "userId", name, email, role, created_at as "createdAt"`

export const listMembers = (tx: Tx): Promise<MemberRow[]> =>
  tx.query<MemberRow>(`select ${memberColumns} from organization_members where organization_id = $1 order by created_at, id limit 500`, [
    tx.organizationId,
  ])

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

export const listInvitations = (tx: Tx): Promise<InvitationRow[]> =>
  tx.query<InvitationRow>(
    `select ${invitationColumns} from invitations where organization_id = $1 order by created_at desc, id desc limit 500`,
    [tx.organizationId],
  )

export async function loadInvitation(tx: Tx, id: string): Promise<InvitationRow | null> {
  const [row] = await tx.query<InvitationRow>(`select ${invitationColumns} from invitations where organization_id = $1 and id = $2`, [
    tx.organizationId,
    id,
  ])
  return row ?? null
}
