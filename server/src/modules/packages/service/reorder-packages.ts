import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { storeOrder } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { packageList } from './package-list.ts'
import { PackageId } from './schemas.ts'

const ReorderPackages = z.object({ ids: z.array(PackageId) })
export type ReorderPackages = z.input<typeof ReorderPackages>

/** Puts all that is sold into a new order. */
export async function reorderPackages({ actor, input, tx }: Verb<ReorderPackages>): Promise<Record<string, never>> {
  authorize(actor, 'packages:write')
  await storeOrder(tx, packageList, parseInput(ReorderPackages, input).ids)
  return {}
}
