import { organizationMembers } from '@clinch/drizzle/tables'
import { z } from 'zod'
import type { Database, Tx } from '../../../database/tx.ts'
import type { MemberRole, Origin } from '../../../kernel/actor.ts'
import type { Account } from '../../../kernel/caller.ts'
import { ClinchError } from '../../../kernel/errors.ts'
import { readTenantToken } from '../../../kernel/tenant-token.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { asAccount } from './as-account.ts'
import { type RosterPlaces, takePlaces } from './free-on-roster.ts'
import { invitationPrefix } from './store-invitation.ts'
import { takeSeat } from './take-seat.ts'

const AcceptInvitation = z.object({ token: z.string().max(200, 'This is no invitation.') })
export type AcceptInvitation = z.input<typeof AcceptInvitation>

interface InvitationRow extends RosterPlaces {
  id: string
  role: 'admin' | 'sales_rep'
}

/** One answer for every invitation that cannot be used: unknown, used, taken back, expired, somebody else's, or of a closed organization. */
const notValid = () => new ClinchError('NOT_FOUND', 'This invitation is not valid. Ask whoever invited you for a new one.')

/**
 * Joins an organization by invitation. It belongs to the invited address, and can be used once, also by many at the same moment. A seat
 * must be free: PLAN_LIMIT leaves the invitation good for later. CONFLICT where the closer or setter it names is somebody else's account. Opens its own transaction: the caller is in no tenant yet.
 */
export async function acceptInvitation({
  account,
  input,
  database,
  origin,
}: {
  account: Account
  input: AcceptInvitation
  database: Database
  origin: Origin
}): Promise<{ organizationId: string }> {
  const { token: text } = parseInput(AcceptInvitation, input)
  const token = readTenantToken(invitationPrefix, text)
  if (!token) throw notValid()
  const { organizationId, hash } = token
  await database.transaction(asAccount(account, organizationId, origin), async (tx) => {
    // Looked at before anything is locked, so that nobody without an invitation keeps others waiting; and again once it is.
    await findInvitation(tx, hash, account)
    const { hasOwner } = await takeSeat(tx)
    const invitation = await findInvitation(tx, hash, account, 'for update of i')
    await join(tx, account, invitation, hasOwner ? invitation.role : roleOfFirst(invitation))
  })
  return { organizationId }
}

/** The invitation behind a token, if this account can use it now. */
async function findInvitation(tx: Tx, hash: string, account: Account, lock = ''): Promise<InvitationRow> {
  const [row] = await tx.query<InvitationRow>(
    `select i.id, i.role, i.closer_id as "closerId", i.setter_id as "setterId"
     from invitations i join organizations o on o.id = i.organization_id
     where i.organization_id = $1 and i.token_hash = $2 and i.email = $3 and i.accepted_at is null and i.revoked_at is null
       and i.expires_at > clock_timestamp() and o.state = 'active' ${lock}`,
    [tx.organizationId, hash, account.email.toLowerCase()],
  )
  if (!row) throw notValid()
  return row
}

async function join(tx: Tx, { userId, name, email }: Account, { id, ...places }: InvitationRow, role: MemberRole): Promise<void> {
  await tx.db.insert(organizationMembers).values({ organizationId: tx.organizationId, userId, role, name, email })
  await takePlaces(tx, userId, places)
  await tx.query(`update invitations set accepted_at = now() where organization_id = $1 and id = $2`, [tx.organizationId, id])
}

/** An organization that was made for somebody has no owner until its first admin joins: they are meant. */
const roleOfFirst = ({ role }: InvitationRow): MemberRole => (role === 'admin' ? 'owner' : role)
