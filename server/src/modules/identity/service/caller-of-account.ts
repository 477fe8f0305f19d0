import type { Database } from '../../../database/tx.ts'
import { type Account, acting, type Caller, keptOut } from '../../../kernel/caller.ts'
import type { Person } from './auth.ts'
import { insideTenant } from './inside-tenant.ts'
import { type Membership, standingOf } from './memberships.ts'
import { doorColumns, type OrganizationDoor, whyShut } from './organization-door.ts'

/** Whether an organization lets in only those whom signing in asks for a code as well. */
interface SecondFactorDemand {
  secondFactorRequired: boolean
}

const secondFactorWanted = 'This organization asks everybody for a second step when signing in. Turn yours on, and it opens.'

/** Who calls with a session, in the organization that they name, or in their only one. */
export async function callerOfAccount(database: Database, person: Person, wanted: string | null): Promise<Caller> {
  const { memberships, isOperator } = await standingOf(database, person.userId)
  const account = { ...person, isOperator }
  const membership = wanted
    ? memberships.find((each) => each.organizationId === wanted)
    : memberships.length === 1
      ? memberships[0]
      : undefined
  if (membership) return memberIn(database, account, membership)
  if (wanted && isOperator) return operatorIn(database, account, wanted)
  return keptOut(account, whyNot(wanted, memberships.length))
}

async function memberIn(database: Database, account: Account, { organizationId, role }: Membership): Promise<Caller> {
  const { userId, name } = account
  const [rows] = await database.flight(
    insideTenant(organizationId),
    [
      {
        text: `select ${doorColumns}, second_factor_required as "secondFactorRequired",
                 (select id from closers where organization_id = $1 and user_id = $2) as "closerId",
                 (select id from setters where organization_id = $1 and user_id = $2) as "setterId"
               from organizations where id = $1`,
        parameters: [organizationId, userId],
      },
    ],
    { readOnly: true },
  )
  const found = rows?.[0] as (OrganizationDoor & SecondFactorDemand & { closerId: string | null; setterId: string | null }) | undefined
  if (!found) return keptOut(account, whyNot(organizationId, 1))
  const shut = whyShut(found)
  if (shut) return keptOut(account, shut)
  if (found.secondFactorRequired && !account.twoFactorEnabled) return keptOut(account, secondFactorWanted, 'second_factor')
  const { closerId, setterId } = found
  return acting(account, { kind: 'user', organizationId, userId, name, role, closerId, setterId })
}

/** An operator acts for a tenant while a session of theirs in it is open, also in one that is suspended. */
async function operatorIn(database: Database, account: Account, organizationId: string): Promise<Caller> {
  const { userId, name } = account
  const [rows] = await database.flight(
    insideTenant(organizationId),
    [
      {
        text: `select o.second_factor_required as "secondFactorRequired" from operator_sessions s join organizations o on o.id = s.organization_id
               where s.organization_id = $1 and s.user_id = $2 and s.ended_at is null and s.expires_at > now() limit 1`,
        parameters: [organizationId, userId],
      },
    ],
    { readOnly: true },
  )
  const found = rows?.[0] as SecondFactorDemand | undefined
  if (!found) return keptOut(account, whyNot(organizationId, 0))
  if (found.secondFactorRequired && !account.twoFactorEnabled) return keptOut(account, secondFactorWanted, 'second_factor')
  return acting(account, { kind: 'operator', organizationId, userId, name })
}

function whyNot(wanted: string | null, memberships: number): string {
  if (wanted) return 'You are not a member of this organization.'
  return memberships === 0 ? 'You are not a member of an organization yet.' : 'Say which organization with the x-organization-id header.'
}
