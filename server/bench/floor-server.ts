import http from 'node:http'
import postgres from 'postgres'
import { type SessionSettings, setSettings } from '../src/database/session-settings.ts'

/**
 * What no server can beat: one statement that answers the finished JSON, written by hand for this query alone, passed from the
 * database to the socket. Nobody is asked who they are. Opening, statement and commit travel together, as in Clinch.
 */
const { DATABASE_URL = '', ORGANIZATION_ID = '', POOL = '16', ROWS = '50' } = process.env

const settings: SessionSettings = {
  organizationId: ORGANIZATION_ID,
  userId: null,
  scope: 'organization',
  repIds: [],
  actor: 'system',
  requestId: 'bench-floor',
}
const opening = `begin read only; ${setSettings(settings)}`

const instant = (column: string) => `to_char(${column}, 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const named = (table: string, key: string) =>
  `(select json_build_object('id', n.id, 'name', n.name) from ${table} n where n.organization_id = e.organization_id and n.id = e.${key})`

const statement = `
  select json_build_object('data', json_build_object('events', json_build_object('nodes', coalesce(json_agg(json_build_object(
    'id', e.id, 'leadName', e.lead_name, 'leadEmail', e.lead_email, 'scheduledAt', ${instant('e.scheduled_at')}, 'bookedAt', ${instant('e.booked_at')},
    'status', e.status, 'outcome', e.outcome,
    'closer', ${named('closers', 'closer_id')}, 'setter', ${named('setters', 'setter_id')}, 'source', ${named('sources', 'source_id')},
    'lead', (select json_build_object('id', l.id, 'fullName', l.name, 'email', l.email) from leads l where l.organization_id = e.organization_id and l.id = e.lead_id),
    'postCallForm', (select json_build_object('dealClosed', f.deal_closed, 'offerMade', f.offer_made, 'notes', f.notes)
      from post_call_forms f where f.organization_id = e.organization_id and f.event_id = e.id),
    'payments', (select coalesce(json_agg(json_build_object('id', p.id, 'amount', json_build_object('amount', to_char(p.amount_minor / 100.0, 'FM999999990.00'),
        'currency', p.currency), 'paidAt', ${instant('p.paid_at')}) order by p.paid_at, p.id), '[]')
      from payments p where p.organization_id = e.organization_id and p.event_id = e.id
        and p.matched_payment_id is null and p.withdrawn_at is null and p.status <> 'failed')
  ) order by e.scheduled_at desc, e.id desc), '[]'))))::text as body
  from (select * from events where organization_id = $1 order by scheduled_at desc, id desc limit $2::int) e`

const connections = Array.from({ length: Number(POOL) }, () =>
  postgres(DATABASE_URL, { max: 1, onnotice: () => undefined, connection: { TimeZone: 'UTC' } }),
)
let turn = 0

async function answer(): Promise<string> {
  const sql = connections[turn++ % connections.length]
  if (!sql) throw new Error('There is no connection')
  const [, rows] = await Promise.all([
    sql.unsafe(opening).simple(),
    sql.unsafe<{ body: string }[]>(statement, [ORGANIZATION_ID, Number(ROWS)], { prepare: true }),
    sql.unsafe('commit', [], { prepare: true }),
  ])
  return rows[0]?.body ?? ''
}

const server = http.createServer((request, response) => {
  request.resume().once('end', () => {
    answer().then(
      (body) => {
        response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) })
        response.end(body)
      },
      (error: unknown) => {
        console.error(error)
        response.writeHead(500).end()
      },
    )
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  if (typeof address === 'object' && address) console.log(`ready at http://127.0.0.1:${address.port}`)
})
process.once('SIGTERM', () => process.exit(0))
