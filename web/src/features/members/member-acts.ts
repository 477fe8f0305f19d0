import type { MemberRole } from '../../apollo/generated/graphql.ts'

/** A member, as far as what may be done to them goes. */
export interface ActedOn {
  role: MemberRole
  isYou: boolean
}

export type MemberAct = 'make-admin' | 'make-rep' | 'hand-over' | 'remove' | 'leave'

/**
 * What the viewer may do to a member, in the order in which it is offered. The owner stays who they are until they hand the organization
 * over, which they alone may do.
 */
export function actsFor(
  { role, isYou }: ActedOn,
  { mayManage, mayOwn }: { mayManage: boolean; mayOwn: boolean },
): readonly MemberAct[] {
  if (isYou) return role === 'OWNER' ? [] : ['leave']
  if (role === 'OWNER' || !mayManage) return []
  return [role === 'ADMIN' ? 'make-rep' : 'make-admin', ...(mayOwn ? (['hand-over'] as const) : []), 'remove']
}
