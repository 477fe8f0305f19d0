import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FaultyDatabase, organizations, settingsOf, startFaultyDatabase } from '../../test/faulty-database.ts'
import { Connection } from './connection.ts'
import { openingOf } from './opening.ts'
import type { Database, Tx } from './tx.ts'
import type { SessionSettings } from './session-settings.ts'

let test: FaultyDatabase
/** A pool of one: whatever one transaction leaves behind, the next one finds. */
let one: Database

beforeAll(async () => {
  test = await startFaultyDatabase()
  one = test.another({ max: 1 })
})
afterAll(() => test.close())

const [here, there] = organizations
const insert = `insert into marks (run, part, organization_id) values ($1::bigint, 1, current_setting('app.organization_id')::uuid)`
const seen = (tx: Tx) => tx.query<{ run: bigint }>('select run from marks order by run')

describe('the settings of a transaction', () => {
  const names = ['organization_id', 'user_id', 'scope', 'rep_ids', 'actor', 'request_id']
  const readSettings = async (tx: Tx) => {
    const columns = names.map((name) => `current_setting('app.${name}', true) as ${name}`)
    const [row] = await tx.query<Record<string, string | null>>(`select ${columns.join(', ')}`)
    return row
  }
  const full: SessionSettings = {
    organizationId: here,
    userId: there,
    scope: 'own',
    repIds: [here, there],
    actor: `user:${there}`,
    requestId: 'request-1',
  }
  const fullRow = {
    organization_id: here,
    user_id: there,
    scope: 'own',
    rep_ids: `{${here},${there}}`,
    actor: `user:${there}`,
    request_id: 'request-1',
  }
  const empty: SessionSettings = { organizationId: null, userId: null, scope: 'none', repIds: [], actor: '', requestId: '' }
  const emptyRow = { organization_id: '', user_id: '', scope: 'none', rep_ids: '', actor: '', request_id: '' }

  it('are what the database is told, by each way of asking', async () => {
    expect(await one.transaction(full, readSettings)).toEqual(fullRow)
    expect(await one.transaction(full, readSettings, { readOnly: true })).toEqual(fullRow)
    const [rows] = await one.flight(full, [{ text: `select current_setting('app.actor') as actor` }])
    expect(rows).toEqual([{ actor: fullRow.actor }])
  })

  it('never reach the next one on the same connection, however the first one ended', async () => {
    const endings: readonly ((tx: Tx) => Promise<unknown>)[] = [
      () => Promise.resolve(),
      () => Promise.reject(new Error('the caller changed its mind')),
      (tx) => tx.query('select 1 / 0'),
      (tx) => tx.query('select 1 / 0').catch(() => undefined),
    ]
    for (const end of endings) {
      const ended = one.transaction(full, async (tx) => {
        await readSettings(tx)
        await end(tx)
      })
      await ended.catch(() => undefined)
      expect(await one.transaction(empty, readSettings)).toEqual(emptyRow)
      expect(await one.transaction({ ...empty, organizationId: there }, readSettings)).toEqual({ ...emptyRow, organization_id: there })
    }
  })

  it.each(['commit', 'rollback'])('are gone from the connection with the %s, even for what runs in no transaction', async (ending) => {
    const connection = new Connection({ url: test.data.url('app_user'), connectMs: 5_000, statementTimeoutMs: 5_000 }, () => undefined)
    await connection.runScript(openingOf(full, false).text)
    await connection.runScript(ending)
    const [row] = await connection.run(`select ${names.map((name) => `current_setting('app.${name}', true) as ${name}`).join(', ')}`)
    connection.retire()
    expect(Object.values(row ?? {}).filter(Boolean)).toEqual([])
  })

  it('keep organizations apart, and no organization from all', async () => {
    await one.transaction(settingsOf(here), (tx) => tx.query(insert, [1]))
    await one.transaction(settingsOf(there), (tx) => tx.query(insert, [2]))
    expect(await one.transaction(settingsOf(here), seen)).toEqual([{ run: 1n }])
    expect(await one.transaction(settingsOf(there), seen)).toEqual([{ run: 2n }])
    expect(await one.transaction(settingsOf(null), seen)).toEqual([])
  })

  it('stay with their own while many run at once', async () => {
    const ask = async (organizationId: string) => {
      const row = await test.database.transaction({ ...full, organizationId }, readSettings)
      return row?.organization_id === organizationId
    }
    const answers = await Promise.all(Array.from({ length: 60 }, (_, n) => ask(organizations[n % 2 === 0 ? 0 : 1])))
    expect(answers).not.toContain(false)
  })

  it.each([
    { organizationId: `${here}' or true --` },
    { userId: "'; drop table marks; --" },
    { repIds: ['{}'] },
    { actor: "user'" },
    { requestId: 'a b' },
  ])('that could be anything but a value are refused before anything is sent: %j', async (wrong) => {
    const call = one.transaction({ ...full, ...wrong }, () => Promise.reject(new Error('it ran')))
    await expect(call).rejects.toThrow('A session setting has a form that is not allowed')
    await expect(one.flight({ ...full, ...wrong }, [{ text: 'select 1' }])).rejects.toThrow(TypeError)
  })

  it('name the organization, or throw where there is none', async () => {
    await one.transaction(full, async (tx) => expect(tx.organizationId).toBe(here))
    await expect(one.transaction(empty, async (tx) => tx.organizationId)).rejects.toThrow('belongs to no organization')
  })
})
