import type { Actor } from '../../../kernel/actor.ts'
import type { Caller } from '../../../kernel/caller.ts'
import { permissionsOf } from '../service/permissions-of.ts'
import type { Viewer } from './viewer.type.ts'

/** A caller as they see themselves; null for somebody who is not signed in. */
export function viewerOf({ account, actor, why, wanted }: Caller): Viewer | null {
  const id = account?.userId ?? (actor ? idOf(actor) : null)
  const name = account?.name ?? (actor && 'name' in actor ? actor.name : null)
  if (id === null || name === null) return null
  const rep = actor?.kind === 'user' || actor?.kind === 'portal' ? actor : null
  return {
    id,
    kind: actor?.kind ?? 'user',
    name,
    email: account?.email ?? null,
    emailVerified: account?.emailVerified ?? null,
    twoFactorEnabled: account?.twoFactorEnabled ?? null,
    role: actor?.kind === 'user' ? actor.role : null,
    organizationId: actor?.organizationId ?? null,
    closerId: rep?.closerId ?? null,
    setterId: rep?.setterId ?? null,
    why,
    secondFactorWanted: wanted === 'second_factor',
    permissions: [...(account?.isOperator ? ['operate_platform'] : []), ...(actor ? permissionsOf(actor) : [])],
  }
}

/** Webhooks and jobs act inside the server and never ask who they are. */
function idOf(actor: Actor): string | null {
  switch (actor.kind) {
    case 'user':
    case 'operator':
      return actor.userId
    case 'portal':
      return actor.linkId
    case 'api_key':
      return actor.keyId
    case 'webhook':
    case 'job':
      return null
  }
}
