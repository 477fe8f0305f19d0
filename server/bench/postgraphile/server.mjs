/**
 * PostGraphile as its makers put it together, on the bench's database and under the same row-level security. It is spared what
 * Clinch does for every request (who calls, may they, what does it cost): its tenant is fixed.
 */
import { createServer } from 'node:http'
import process from 'node:process'
import { postgraphile } from 'postgraphile'
import { makePgService } from 'postgraphile/adaptors/pg'
import { grafserv } from 'postgraphile/grafserv/node'
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber'

const { DATABASE_URL: connectionString, ORGANIZATION_ID: organizationId, POOL: pool } = process.env
const pgSettings = {
  'app.organization_id': organizationId,
  'app.scope': 'organization',
  'app.user_id': '',
  'app.rep_ids': '',
  'app.actor': 'bench',
}

/** @type {GraphileConfig.Preset} */
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ['public'], poolConfig: { max: Number(pool) } })],
  // Plain lists beside connections: for the payments of a call they are the faster of the two.
  schema: { defaultBehavior: '+connection +list' },
  grafserv: { graphiql: false, watch: false },
  grafast: { context: () => ({ pgSettings }), explain: false },
}

const instance = postgraphile(preset).createServ(grafserv)
const server = createServer()
await instance.addTo(server)
server.listen(0, '127.0.0.1', () => console.log(`ready at http://127.0.0.1:${server.address().port}`))
process.on('SIGTERM', () => process.exit(0))
