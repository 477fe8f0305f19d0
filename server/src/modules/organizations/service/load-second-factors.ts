import type { Tx } from '../../../database/tx.ts'

/** Of some users, those who are members of the organization and whom signing in asks for a code as well. */
export async function loadSecondFactors(tx: Tx, userIds: readonly string[]): Promise<Map<string, boolean>> {
  const rows = await tx.query<{ userId: string }>('select * from identity.members_with_second_factor($1::uuid[]) as f("userId")', [userIds])
  return new Map(rows.map(({ userId }) => [userId, true]))
}
