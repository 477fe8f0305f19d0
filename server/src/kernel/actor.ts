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
  'forms:read',
  'forms:write',
  'packages:read',
  'packages:write',
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
  /** A closer or a setter who came by a portal link. */
  | {
      kind: 'portal'
      organizationId: string
      linkId: string
      sessionId: string
      name: string
      closerId: string | null
      setterId: string | null
    }
  /** One of our own operators, acting for a tenant for a while and for a reason. */
  | { kind: 'operator'; organizationId: string; userId: string; name: string }
  | { kind: 'api_key'; organizationId: string; keyId: string; name: string; scopes: readonly Scope[] }
  | { kind: 'webhook'; organizationId: string; connectionId: string; name: string }
  | { kind: 'job'; organizationId: string; name: string }

/** The actor in one word, as the audit log and histories keep it. */
export function actorLabel(actor: Actor): string {
  switch (actor.kind) {
    case 'user':
      return `user:${actor.userId}`
    case 'portal':
      return `portal:${actor.linkId}`
    case 'operator':
      return `operator:${actor.userId}`
    case 'api_key':
      return `api_key:${actor.keyId}`
    case 'webhook':
      return `webhook:${actor.connectionId}`
    case 'job':
      return `job:${actor.name}`
  }
}

/** The actor's name as people read it in a timeline. */
export function actorName(actor: Actor): string {
  switch (actor.kind) {
    case 'job':
      return 'Clinch'
    case 'operator':
      return `${actor.name} (Clinch support)`
    case 'user':
    case 'portal':
    case 'api_key':
    case 'webhook':
      return actor.name
  }
}

/** A sales rep, signed in or by a portal link: sees their own rows, and writes their own forms. */
export const isRep = (actor: Actor): boolean => actor.kind === 'portal' || (actor.kind === 'user' && actor.role === 'sales_rep')

/** Whether the actor may see every row of the organization, or only those of certain closers and setters. */
export const seesWholeOrganization = (actor: Actor): boolean => !isRep(actor)

/** The rows that belong to the actor, for one who sees only their own. */
export const repIdsOf = (actor: Actor): string[] =>
  actor.kind === 'user' || actor.kind === 'portal' ? [actor.closerId, actor.setterId].filter((id) => id !== null) : []

/** From where an act was asked for. */
export interface Origin {
  requestId: string
  /** The caller's network address; none for a job. */
  address?: string
}

/** What the database is told of the actor; row-level security and the audit log follow it. */
export const sessionOf = (actor: Actor, { requestId, address = '' }: Origin): SessionSettings => ({
  organizationId: actor.organizationId,
  userId: actor.kind === 'user' || actor.kind === 'operator' ? actor.userId : null,
  scope: seesWholeOrganization(actor) ? 'organization' : 'own',
  repIds: repIdsOf(actor),
  actor: actorLabel(actor),
  requestId,
  address,
})

/** An act in the words of the roles table. */
export type Capability =
  | 'organization:own'
  | 'organization:manage'
  | 'roster:write'
  | 'connections:write'
  | 'event:update'
  | 'pcfs:write'
  | 'forms:write'
  | 'packages:write'
  | 'payments:write'

const scopeFor: Readonly<Record<Capability, Scope | null>> = {
  'organization:own': null,
  'organization:manage': null,
  'roster:write': 'roster:write',
  'connections:write': 'connections:write',
  'event:update': null,
  'pcfs:write': 'pcfs:write',
  'forms:write': 'forms:write',
  'packages:write': 'packages:write',
  'payments:write': 'payments:write',
}

/** Throws FORBIDDEN unless the actor may. Whose row it is, is row-level security's matter. */
export function authorize(actor: Actor, capability: Capability): void {
  switch (actor.kind) {
    case 'webhook':
    case 'job':
      return
    case 'user':
      if (capability === 'organization:own') {
        if (actor.role === 'owner') return
        throw forbidden('Only the owner may do this.', 'owner')
      }
      if (actor.role !== 'sales_rep' || capability === 'pcfs:write') return
      throw forbidden('Only an owner or admin may do this.', 'admin')
    case 'portal':
      if (capability === 'pcfs:write') return
      throw forbidden('Only an owner or admin may do this.', 'admin')
    case 'operator':
      if (capability !== 'organization:own') return
      throw forbidden('Only the owner may do this.', 'owner')
    case 'api_key': {
      const scope = scopeFor[capability]
      if (scope !== null && actor.scopes.includes(scope)) return
      throw forbidden(scope ? `The key lacks the scope ${scope}.` : 'API keys may not do this.', scope ?? 'admin')
    }
  }
}
