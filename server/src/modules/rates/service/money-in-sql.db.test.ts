import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../../test/database.ts'
import { allocate, minorDigits } from '../../../lib/money.ts'

let test: TestDatabase
beforeAll(async () => {
  test = await freshDatabase()
})
afterAll(() => test.close())

/** Numbers that look random and are the same in every run. */
function* numbers(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    yield state
  }
}

describe('money as the database reckons it', () => {
  it('has as many decimals in every currency as the server says', async () => {
    const currencies = Intl.supportedValuesOf('currency')
    const rows = await test.owner<{ currency: string; digits: number }[]>`
      select c as currency, minor_digits(c) as digits from unnest(${currencies}::text[]) c`
    expect(rows.map(({ currency, digits }) => [currency, digits])).toEqual(currencies.map((code) => [code, minorDigits(code)]))
  })

  it('is split into the very parts that the server gives, whatever the amount and the percents', async () => {
    const random = numbers(20_261_121)
    const below = (limit: number) => Number(random.next().value) % limit
    const splits = Array.from({ length: 1_000 }, () => {
      const percents: number[] = []
      for (let left = 100; left > 0;) {
        const percent = percents.length === 5 ? left : 1 + below(left)
        percents.push(percent)
        left -= percent
      }
      return { amount: BigInt(below(1_000)) * (below(2) === 0 ? 1n : 1_000_000_007n) + BigInt(below(100)), percents }
    })
    for (const { amount, percents } of splits) {
      const [row] = await test.owner<{ parts: bigint[] }[]>`
        select array_agg(share_of(${amount.toString()}::bigint, ${percents}::int[], p) order by p) as parts
        from generate_series(0, ${percents.length - 1}::int) p`
      const parts = (row?.parts ?? []).map(BigInt)
      expect([amount, percents, parts]).toEqual([amount, percents, allocate(amount, percents)])
      expect(parts.reduce((sum, part) => sum + part, 0n)).toBe(amount)
    }
  })
})
