import type { Tx } from '../../../database/tx.ts'

export interface MemberRow {
  id: string
  name: string
  email: string
  role: string
  createdAt: string
}

export const listMembers = (tx: Tx): Promise<MemberRow[]> =>
  tx.query<MemberRow>(
    `select id, name, email, role, created_at as "createdAt" from organization_members where organization_id = $1 order by created_at, id limit 500`,
    [tx.organizationId],
  )

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

export const listApiKeys = (tx: Tx): Promise<ApiKeyRow[]> =>
  tx.query<ApiKeyRow>(
    `select id, name, last_four as "lastFour", scopes, created_by as "createdBy", created_at as "createdAt", expires_at as "expiresAt",
       last_used_at as "lastUsedAt", revoked_at as "revokedAt" from api_keys where organization_id = $1 order by created_at desc, id desc limit 500`,
    [tx.organizationId],
  )

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

export const listInvitations = (tx: Tx): Promise<InvitationRow[]> =>
  tx.query<InvitationRow>(
    `select id, email, role, invited_by as "invitedBy", created_at as "createdAt", expires_at as "expiresAt", accepted_at as "acceptedAt",
       revoked_at as "revokedAt" from invitations where organization_id = $1 order by created_at desc, id desc limit 500`,
    [tx.organizationId],
  )
