import { createHash } from 'node:crypto'
import type { Tx } from '../../../database/tx.ts'
import { countUses } from '../../../kernel/count-uses.ts'
import { conflict } from '../../../kernel/errors.ts'
import { lockForCounting } from './hold-organization.ts'
import type { Plan } from './plans.ts'

const mostOpen = 100
const hourSeconds = 3_600
const anHour = (plan: Plan): number => (plan === 'trial' ? 10 : 50)
const anHourToOneAddress = 5

/**
 * Makes sure that one more invitation may be open; whoever asks next waits until this transaction ends. One that is sent again is not counted
 * beside itself. Comes before an invitation is locked: whoever accepts one takes the locks in this order.
 */
export async function holdRoomForInvitation(tx: Tx, again: string | null = null): Promise<{ plan: Plan }> {
  const { plan } = await lockForCounting(tx)
  const [row] = await tx.query<{ open: number }>(
    `select count(*)::int as open from invitations
     where organization_id = $1 and id is distinct from $2::uuid and accepted_at is null and revoked_at is null and expires_at > now()`,
    [tx.organizationId, again],
  )
  if ((row?.open ?? 0) >= mostOpen)
    throw conflict(`${mostOpen} invitations are open, and no more can be. Take some back that nobody will accept.`)
  return { plan }
}

/**
 * Counts an invitation that is mailed: an organization is anybody's for the asking, and writes with our name to whomever it likes. Who is
 * written to is counted over all of them, whichever tag stands in their address.
 */
export const countInvitationMail = (tx: Tx, { email, plan, again }: { email: string; plan: Plan; again: string | null }): Promise<void> =>
  countUses(tx, [
    ...(again === null
      ? []
      : [{ key: `invitation:again:${again}`, allowed: 1, withinSeconds: 60, message: 'This invitation was sent again a moment ago.' }]),
    {
      key: `invitation:organization:${tx.organizationId}`,
      allowed: anHour(plan),
      withinSeconds: hourSeconds,
      message: `At most ${anHour(plan)} invitations an hour are sent for an organization${plan === 'trial' ? ' on trial' : ''}.`,
    },
    {
      key: `invitation:to:${createHash('sha256')
        .update(email.replace(/\+[^@]*@/, '@'))
        .digest('hex')}`,
      allowed: anHourToOneAddress,
      withinSeconds: hourSeconds,
      message: `At most ${anHourToOneAddress} invitations an hour are sent to one address.`,
    },
  ])
