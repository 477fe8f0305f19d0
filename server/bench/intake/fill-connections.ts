import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { v7 as uuidv7 } from 'uuid'
import { createVault } from '../../src/kernel/vault.ts'

/** A connection as its provider knows it. */
export interface Sender {
  path: string
  secret: string
}

const organizations = 50

/** Stripe connections with sealed secrets, over some organizations. Limits of a minute count for each, so there are many. */
export async function fillConnections(ownerUrl: string, { count, masterKey }: { count: number; masterKey: string }): Promise<Sender[]> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  const vault = createVault({ current: { version: 1, keyHex: masterKey } })
  const organizationIds = Array.from({ length: organizations }, () => uuidv7())
  const rows = Array.from({ length: count }, (_, number) => {
    const organizationId = organizationIds[number % organizations] ?? ''
    const [connectionId, secretId] = [uuidv7(), uuidv7()]
    const secret = `whsec_${randomBytes(24).toString('base64url')}`
    const sealed = vault.seal(secret, { organizationId, connectionId, secretId, field: 'webhook_secret' })
    return { organizationId, connectionId, secretId, secret, sealed }
  })
  const text = JSON.stringify(rows)
  try {
    await owner`insert into organizations (id, name, time_zone, currency) select id, 'Organization', 'America/New_York', 'USD' from unnest(${organizationIds}::uuid[]) id`
    const read = `json_to_recordset($1::text::json) as r ("organizationId" uuid, "connectionId" uuid, "secretId" uuid, sealed text)`
    await owner.unsafe(
      `insert into connections (organization_id, id, provider, name, mapping)
       select r."organizationId", r."connectionId", 'stripe', 'Main', '{"setterFrom":[],"sourceFrom":[],"trafficTypeFrom":[]}' from ${read}`,
      [text],
    )
    await owner.unsafe(
      `insert into connection_secrets (organization_id, id, connection_id, field, sealed, last_four)
       select r."organizationId", r."secretId", r."connectionId", 'webhook_secret', r.sealed, '****' from ${read}`,
      [text],
    )
    await owner.unsafe('vacuum analyze')
  } finally {
    await owner.end()
  }
  return rows.map(({ connectionId, secret }) => ({ path: `/webhooks/stripe/${connectionId}`, secret }))
}
