import postgres from 'postgres'

/** Does something as the owner of the database, who may what nobody may who serves. */
export async function asOwner(ownerUrl: string, work: (sql: postgres.TransactionSql) => Promise<unknown>): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    await owner.begin(work)
  } finally {
    await owner.end()
  }
}
