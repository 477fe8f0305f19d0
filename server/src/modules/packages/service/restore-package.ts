import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { restoreEntry } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { packageList } from './package-list.ts'
import { PackageId } from './schemas.ts'

const RestorePackage = z.object({ id: PackageId })
export type RestorePackage = z.input<typeof RestorePackage>

/** Sells a retired package again, after all else that is sold. */
export async function restorePackage({ actor, input, tx }: Verb<RestorePackage>): Promise<{ id: string }> {
  authorize(actor, 'packages:write')
  const { id } = parseInput(RestorePackage, input)
  await restoreEntry(tx, packageList, id)
  return { id }
}
