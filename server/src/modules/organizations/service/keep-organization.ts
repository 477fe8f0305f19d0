import { z } from 'zod'
import type { Database } from '../../../database/tx.ts'
import type { Origin } from '../../../kernel/actor.ts'
import type { Account } from '../../../kernel/caller.ts'
import { notFound } from '../../../kernel/errors.ts'
import { parseInput } from '../../../kernel/verb.ts'
import { asAccount } from './as-account.ts'
import { organizationReopened } from './facts.ts'

const KeepOrganization = z.object({ organizationId: z.uuid('Say which organization.') })
export type KeepOrganization = z.input<typeof KeepOrganization>

/**
 * Takes back the owner's request to delete an organization. It opens its own transaction: nobody may act in the organization now.
 * Whoever is not its owner is answered as if it did not exist.
 */
export async function keepOrganization({
  account,
  input,
  database,
  origin,
}: {
  account: Account
  input: KeepOrganization
  database: Database
  origin: Origin
}): Promise<{ organizationId: string }> {
  const { organizationId } = parseInput(KeepOrganization, input)
  await database.transaction(asAccount(account, organizationId.toLowerCase(), origin), async (tx) => {
    const [row] = await tx.query<{ kept: boolean }>('select keep_organization() as kept')
    if (!row?.kept) throw notFound('organization that you could keep')
    await organizationReopened.announce(tx, { organizationId: tx.organizationId })
  })
  return { organizationId: organizationId.toLowerCase() }
}
