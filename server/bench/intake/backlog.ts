import postgres from 'postgres'

/** Deliveries that wait with their jobs, as if so many had arrived and nobody had acted on them. */
export async function fillBacklog(ownerUrl: string, count: number): Promise<void> {
  await asOwner(ownerUrl, async (owner) => {
    await owner.unsafe(
      `with every as (select array_agg(organization_id) as organizations, array_agg(id) as connections from connections),
       stored as (
         insert into deliveries (organization_id, id, connection_id, dedupe_key, kind, state, answer, body, request_id)
         select organizations[place], gen_random_uuid(), connections[place], 'backlog ' || gen_random_uuid(), 'payment_intent.succeeded', 'received', 200, '{}', 'backlog'
         from every, generate_series(1, $1::int) n, lateral (select 1 + n % cardinality(connections) as place) p
         returning organization_id, connection_id, id
       )
       insert into graphile_worker._private_jobs (task_id, payload, max_attempts)
       select t.id, json_build_object('organizationId', s.organization_id, 'connectionId', s.connection_id, 'connectionName', 'Main', 'provider', 'stripe',
         'deliveryId', s.id, 'requestId', 'backlog'), 9
       from stored s, graphile_worker._private_tasks t where t.identifier = 'connections.process-delivery'`,
      [count],
    )
    await settle(owner)
  })
}

/** As if everything that waited had been acted on. */
export const emptyQueue = (ownerUrl: string): Promise<void> =>
  asOwner(ownerUrl, async (owner) => {
    await owner`truncate graphile_worker._private_jobs`
    await owner`truncate deliveries`
    await settle(owner)
  })

/** What the preparation leaves to be done is not what is measured. */
async function settle(owner: postgres.Sql): Promise<void> {
  await owner`vacuum analyze deliveries`
  await owner`checkpoint`
}

async function asOwner(ownerUrl: string, work: (owner: postgres.Sql) => Promise<void>): Promise<void> {
  const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined })
  try {
    await work(owner)
  } finally {
    await owner.end()
  }
}
