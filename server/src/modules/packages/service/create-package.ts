import { packages } from '@clinch/drizzle/tables'
import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { MoneyText } from '../../../kernel/money-text.ts'
import { placeAtEnd } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { packageList } from './package-list.ts'
import { Description, Instalments, Name } from './schemas.ts'
import { termsColumns } from './terms-columns.ts'

const CreatePackage = z.object({
  name: Name,
  description: Description,
  price: MoneyText,
  paidInFull: z.boolean(),
  instalments: Instalments.nullish(),
  deposit: MoneyText.nullish(),
})
export type CreatePackage = z.input<typeof CreatePackage>

/** Adds what is sold, after all else that is. */
export async function createPackage({ actor, input, tx }: Verb<CreatePackage>): Promise<{ id: string }> {
  authorize(actor, 'packages:write')
  const { name, description, instalments, deposit, ...rest } = parseInput(CreatePackage, input)
  const terms = termsColumns({ ...rest, instalments: instalments ?? null, deposit: deposit ?? null })
  const [row] = await tx.db
    .insert(packages)
    .values({
      organizationId: tx.organizationId,
      name,
      description: description ?? null,
      ...terms,
      position: await placeAtEnd(tx, packageList),
    })
    .returning({ id: packages.id })
  if (!row) throw new Error('An inserted package was not returned')
  return row
}
