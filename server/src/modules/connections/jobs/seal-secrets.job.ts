import { z } from 'zod'
import type { SessionSettings } from '../../../database/session-settings.ts'
import type { Database } from '../../../database/tx.ts'
import { sessionOf } from '../../../kernel/actor.ts'
import { defineJob, enqueue, type JobRequest } from '../../../kernel/define-job.ts'
import type { JobServices } from '../../../kernel/job-services.ts'
import type { Vault } from '../../../kernel/vault.ts'
import { nextToSeal, sealSecretsOf } from '../service/seal-secrets.ts'

const nowhere = '00000000-0000-0000-0000-000000000000'
const organizationsARun = 50

const OneOrganization = z.object({ organizationId: z.uuid() })
const sealImported = { name: 'connections.seal-imported', maxAttempts: 10, payload: OneOrganization } satisfies JobRequest<
  z.output<typeof OneOrganization>
>

const Everywhere = z.object({ after: z.string() })
const reseal = { name: 'connections.reseal', maxAttempts: 5, payload: Everywhere } satisfies JobRequest<z.output<typeof Everywhere>>

/** Secrets that do not open with any key that is configured. They stay as they are. */
class UnreadableSecrets extends Error {
  constructor(ids: readonly string[]) {
    super(`${ids.length} secrets do not open, and are left as they are: ${ids.slice(0, 10).join(', ')}`)
    this.name = 'UnreadableSecrets'
  }
}

/** Seals what one organization imported in the clear, now that it was used. */
export const sealImportedJob = defineJob(sealImported, async ({ payload, requestId }, { database, vault }: JobServices) => {
  await sealSecretsOf(database, vault, payload.organizationId, requestId)
})

/**
 * Seals with the current master key whatever is sealed with another one, or not at all, organization by organization. A run does a few
 * and asks for the next, so that a process that stops waits for little, and one that starts goes on where the last one was.
 */
export const resealJob = defineJob(reseal, async ({ payload, requestId }, { database, vault }: JobServices) => {
  const unreadable: string[] = []
  let after = payload.after
  for (let done = 0; done < organizationsARun; done += 1) {
    const organizationId = await nextToSeal(database, vault, after, requestId)
    if (organizationId === null) break
    unreadable.push(...(await sealSecretsOf(database, vault, organizationId, requestId)).unreadable)
    after = organizationId
  }
  if ((await nextToSeal(database, vault, after, requestId)) !== null)
    await database.transaction(asJob(requestId), (tx) => enqueue(tx, reseal, { after }, { key: `${reseal.name}:${after}` }))
  if (unreadable.length > 0) throw new UnreadableSecrets(unreadable)
})

const asJob = (requestId: string): SessionSettings => ({
  organizationId: null,
  userId: null,
  scope: 'none',
  repIds: [],
  actor: 'job:vault.seal',
  requestId,
})

/** Asks for an organization's imported secrets to be sealed, once however often it is asked for. */
export const askToSealImported = (database: Database, organizationId: string, requestId: string): Promise<void> =>
  database.transaction(sessionOf({ kind: 'job', organizationId, name: 'vault.seal' }, { requestId }), (tx) =>
    enqueue(tx, sealImported, { organizationId }, { key: `${sealImported.name}:${organizationId}` }),
  )

/** Asks for everything to be sealed with the current master key, if anything is not. For the start of a process. */
export async function askToReseal(database: Database, vault: Vault): Promise<void> {
  const requestId = 'start'
  if ((await nextToSeal(database, vault, nowhere, requestId)) === null) return
  await database.transaction(asJob(requestId), (tx) => enqueue(tx, reseal, { after: nowhere }, { key: reseal.name }))
}
