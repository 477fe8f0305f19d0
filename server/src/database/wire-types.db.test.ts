import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FaultyDatabase, settingsOf, startFaultyDatabase, untilAllIdle } from '../../test/faulty-database.ts'
import type { Tx } from './tx.ts'

let test: FaultyDatabase

beforeAll(async () => {
  test = await startFaultyDatabase()
})
afterAll(() => test.close())

const ask = <Row extends object>(text: string, parameters: readonly unknown[]): Promise<Row[]> =>
  test.database.transaction(settingsOf(), (tx) => tx.query<Row>(text, parameters))

/** What comes back of a value, as the type. */
async function echo(type: string, value: unknown): Promise<unknown> {
  const [row] = await ask<{ value: unknown }>(`select $1::${type} as value`, [value])
  return row?.value
}

describe('a value comes back as it went', () => {
  it.each([
    ['bigint', 9_223_372_036_854_775_807n],
    ['bigint', -9_223_372_036_854_775_808n],
    ['bigint', 9_007_199_254_740_993n],
    ['int', 42],
    ['boolean', false],
    ['double precision', 0.1],
    ['text', `it's "quoted" \\ and ünïcode 🙂`],
    ['text', null],
    ['uuid', '0197a000-0000-7000-8000-00000000000a'],
    ['numeric', '123456789012345678901234567890.123456789'],
    ['timestamptz', '2026-11-20 14:00:00.5+00'],
    ['date', '2026-02-28'],
    ['bytea', Buffer.from([0, 1, 254, 255])],
    ['bigint[]', [1n, null, 9_223_372_036_854_775_807n]],
    ['uuid[]', ['0197a000-0000-7000-8000-00000000000a', '0197a000-0000-7000-8000-00000000000b']],
    ['boolean[]', [true, false, null]],
    ['int[]', []],
    [
      'int[]',
      [
        [1, 2],
        [3, 4],
      ],
    ],
    ['date[]', ['2026-02-28', null]],
    ['timestamptz[]', ['2026-11-20 14:00:00+00']],
    ['numeric[]', ['1.10']],
    ['bytea[]', [Buffer.from([255])]],
  ])('%s: %o', async (type, value) => {
    expect(await echo(type, value)).toEqual(value)
  })

  it('any array of texts', async () => {
    const unit = fc.constantFrom('a', 'N', ' ', ',', '"', "'", '\\', '{', '}', 'é', '🙂', '\n')
    const texts = fc.array(fc.oneof(fc.constant(null), fc.constant('NULL'), fc.string({ unit })))
    await fc.assert(
      fc.asyncProperty(texts, async (values) => {
        expect(await echo('text[]', values)).toEqual(values)
      }),
      { numRuns: 40 },
    )
  })

  it('any amount of money', async () => {
    await fc.assert(
      fc.asyncProperty(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }), async (amountMinor) => {
        expect(await echo('bigint', amountMinor)).toBe(amountMinor)
      }),
      { numRuns: 40 },
    )
  })

  it('json goes as text and comes parsed', async () => {
    expect(await echo('jsonb', '{"a": [1, "x", null]}')).toEqual({ a: [1, 'x', null] })
    expect(await echo('json[]', ['{"a": 1}'])).toEqual([{ a: 1 }])
  })
})

describe('a parameter that cannot be sent', () => {
  class Money {
    readonly amountMinor = 1n
  }
  const wrong: readonly (readonly [name: string, value: unknown])[] = [
    ['undefined', undefined],
    ['a date', new Date(0)],
    ['an object', { a: 1 }],
    ['an instance', new Money()],
    ['a symbol', Symbol('x')],
    ['a function', () => 1],
    ['an array with a hole', ['a', undefined]],
    ['an array with a date', [[new Date(0)]]],
  ]

  it.each(wrong)('is blamed on its own statement, and the others under way get their own answers: %s', async (_name, value) => {
    const both = async (tx: Tx) => {
      const before = tx.query<{ n: number }>('select $1::int as n', [1])
      const bad = tx.query('select $1::text as t', [value])
      const after = tx.query<{ n: number }>('select $1::int as n', [2])
      await expect(bad).rejects.toThrow(/Parameter \$1 .* in: select \$1::text as t/)
      return [...(await before), ...(await after)]
    }
    // The second time the statements are prepared already, and travel together.
    for (let time = 0; time < 2; time += 1) {
      await ask('select $1::text as t', ['warm'])
      expect(await test.database.transaction(settingsOf(), both)).toEqual([{ n: 1 }, { n: 2 }])
    }
  })

  it('keeps a whole flight from being sent', async () => {
    const insert = `insert into marks (run, part, organization_id) values ($1::bigint, 1, current_setting('app.organization_id')::uuid)`
    const flight = test.database.flight(settingsOf(), [
      { text: insert, parameters: [1] },
      { text: insert, parameters: [undefined] },
    ])
    await expect(flight).rejects.toThrow(TypeError)
    expect(await test.data.owner`select from marks`).toEqual([])
    await untilAllIdle(test.database, test.database.stats().open)
  })

  it('is told by the server where only it can know', async () => {
    await expect(echo('uuid', 'nonsense')).rejects.toMatchObject({ code: '22P02' })
    await expect(echo('timestamptz', 5)).rejects.toMatchObject({ severity: 'ERROR' })
    await expect(echo('int', 1.5)).rejects.toMatchObject({ code: '22P02' })
  })

  it('is one too many', async () => {
    await expect(
      ask(
        'select 1',
        Array.from({ length: 70_000 }, () => 1),
      ),
    ).rejects.toThrow('70000 parameters are too many')
  })
})
