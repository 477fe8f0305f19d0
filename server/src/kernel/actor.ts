import type { SessionSettings } from '../database/session-settings.ts'
import { forbidden } from './errors.ts'

export type MemberRole = 'owner' | 'admin' | 'sales_rep'

/** What an API key may do. */
export const scopes = [
  'events:read',
  'leads:read',
  'payments:read',
  'payments:write',
  'pcfs:write',
  'metrics:read',
  'roster:read',
  'roster:write',
  'connections:read',
  'connections:write',
] as const
export type Scope = (typeof scopes)[number]

/** Who acts, always within one organization. */
export type Actor =
  | {
      kind: 'user'
      organizationId: string
      userId: string
      name: string
      role: MemberRole
      /** The closer and the setter on the roster who this user is. */
      closerId: string | null
      setterId: string | null
    }
  | { kind: 'api_key'; organizationId: string; keyId: string; name: string; scopes: readonly Scope[] }
  | { kind: 'webhook'; organizationId: string; connectionId: string; name: string }
  | { kind: 'job'; organizationId: string; name: string }

/** The actor in one word, as the audit log and histories keep it. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return `user:${actor.userId}`
    case 'api_key':
      return `api_key:${actor.keyId}`
    case 'webhook':
      return `webhook:${actor.connectionId}`
    case 'job':
      return `job:${actor.name}`
  }
}

/** The actor's name as people read it in a timeline. */
export const actorName = (actor: Actor): string => (actor.kind === 'job' ? 'Clinch' : actor.name)

/** Whether the actor may see every row of the organization, or only those of certain closers and setters. */
export const seesWholeOrganization = (actor: Actor): boolean => actor.kind !== 'user' || actor.role !== 'sales_rep'

/** The rows that belong to the actor, for one who sees only their own. */
export const repIdsOf = (actor: Actor): string[] =>
  actor.kind === 'user' ? [actor.closerId, actor.setterId].filter((id) => id !== null) : []

/** What the database is told of the actor; row-level security follows it. */
export const sessionOf = (actor: Actor, requestId: string): SessionSettings => ({
  organizationId: actor.organizationId,
  userId: actor.kind === 'user' ? actor.userId : null,
  scope: seesWholeOrganization(actor) ? 'organization' : 'own',
  repIds: repIdsOf(actor),
  actor: actorLabel(actor),
  requestId,
})

/** An act in the words of the roles table. */
export type Capability = 'organization:manage' | 'roster:write' | 'connections:write' | 'event:update' | 'pcfs:write' | 'payments:write'

const scopeFor: Readonly<Record<Capability, Scope | null>> = {
  'organization:manage': null,
  'roster:write': 'roster:write',
  'connections:write': 'connections:write',
  'event:update': null,
  'pcfs:write': 'pcfs:write',
  'payments:write': 'payments:write',
}

/** Throws FORBIDDEN unless the actor may. Whose row it is, is row-level security's matter. */
export function authorize(actor: Actor, capability: Capability): void {
  switch (actor.kind) {
    case 'webhook':
    case 'job':
      return
    case 'user':
      if (actor.role !== 'sales_rep' || capability === 'pcfs:write') return
      throw forbidden('Only an owner or admin may do this.', 'admin')
    case 'api_key': {
      const scope = scopeFor[capability]
      if (scope !== null && actor.scopes.includes(scope)) return
      throw forbidden(scope ? `The key lacks the scope ${scope}.` : 'API keys may not do this.', scope ?? 'admin')
    }
  }
}
