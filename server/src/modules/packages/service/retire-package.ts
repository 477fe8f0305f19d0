import { z } from 'zod'
import { authorize } from '../../../kernel/actor.ts'
import { retireEntry } from '../../../kernel/ordered-list.ts'
import { parseInput, type Verb } from '../../../kernel/verb.ts'
import { packageList } from './package-list.ts'
import { PackageId } from './schemas.ts'

const RetirePackage = z.object({ id: PackageId })
export type RetirePackage = z.input<typeof RetirePackage>

/** Sells a package no more. Forms and payments that name it keep it. */
export async function retirePackage({ actor, input, tx }: Verb<RetirePackage>): Promise<{ id: string }> {
  authorize(actor, 'packages:write')
  const { id } = parseInput(RetirePackage, input)
  await retireEntry(tx, packageList, id)
  return { id }
}
