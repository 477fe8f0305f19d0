import { organizationMembers } from '@clinch/drizzle/tables'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import type { Database } from '../../../database/tx.ts'
import type { Origin } from '../../../kernel/actor.ts'
import type { Account } from '../../../kernel/caller.ts'
import { countUses, type UseLimit } from '../../../kernel/count-uses.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { asAccount } from './as-account.ts'
import { Currency, OrganizationName, TimeZone } from './schemas.ts'

const CreateOrganization = z.object({ name: OrganizationName, timeZone: TimeZone, currency: Currency })
export type CreateOrganization = z.input<typeof CreateOrganization>

const mostADay = 5

/**
 * Makes an organization, owned by whoever makes it. So many a day: what is limited for an organization is not to be had by making another.
 * The one verb that opens its own transaction: there is no tenant before it.
 */
export async function createOrganization({
  account,
  input,
  database,
  origin,
  unlimited = false,
}: {
  account: Account
  input: CreateOrganization
  database: Database
  origin: Origin
  unlimited?: boolean | undefined
}): Promise<{ id: string }> {
  const { name, timeZone, currency } = parseInput(CreateOrganization, input)
  const id = uuidv7()
  await database.transaction(asAccount(account, id, origin), async (tx) => {
    if (!unlimited) await countUses(tx, [dayOf(account)])
    // The app may name these columns only: a new organization is on trial, whatever its maker says.
    await tx.query('insert into organizations (id, name, time_zone, currency) values ($1, $2, $3, $4)', [id, name, timeZone, currency])
    await tx.db
      .insert(organizationMembers)
      .values({ organizationId: id, userId: account.userId, role: 'owner', name: account.name, email: account.email })
  })
  return { id }
}

const dayOf = ({ userId }: Account): UseLimit => ({
  key: `organizations:account:${userId}`,
  allowed: mostADay,
  withinSeconds: 86_400,
  message: `You may make ${mostADay} organizations within a day.`,
})
