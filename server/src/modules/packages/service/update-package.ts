import { packages } from '@clinch/drizzle/tables'
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { notFound } from '../../../kernel/errors.ts'
import { MoneyText } from '../../../kernel/money-text.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { Description, Instalments, Name, PackageId } from './schemas.ts'
import { termsColumns, termsOf } from './terms-columns.ts'

const UpdatePackage = z.object({
  id: PackageId,
  name: Name.nullish(),
  description: Description,
  price: MoneyText.nullish(),
  paidInFull: z.boolean().nullish(),
  instalments: Instalments.nullish(),
  deposit: MoneyText.nullish(),
})
export type UpdatePackage = z.input<typeof UpdatePackage>

/** Changes what is given of a package; null takes its description, instalments or deposit away. What was paid for it stays as it was. */
export async function updatePackage({ actor, input, tx }: Verb<UpdatePackage>): Promise<{ id: string }> {
  authorize(actor, 'packages:write')
  const { id, name, description, price, paidInFull, instalments, deposit } = parseInput(UpdatePackage, input)
  const isIt = and(eq(packages.organizationId, tx.organizationId), eq(packages.id, id))
  // Held, so that terms that two people change at once fit each other.
  const [known] = await tx.db.select().from(packages).where(isIt).for('update')
  if (!known) throw notFound('package')
  const standing = termsOf(known)
  const terms = termsColumns({
    price: price ?? standing.price,
    paidInFull: paidInFull ?? standing.paidInFull,
    instalments: instalments === undefined ? standing.instalments : instalments,
    deposit: deposit === undefined ? standing.deposit : deposit,
  })
  await tx.db
    .update(packages)
    .set({ ...terms, ...(name && { name }), ...(description !== undefined && { description }) })
    .where(isIt)
  return { id }
}
