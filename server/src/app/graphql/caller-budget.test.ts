import { describe, expect, it } from 'vitest'
import { anonymous } from '../../kernel/caller.ts'
import { CallerBudget, payerOf } from './caller-budget.ts'

describe('a caller’s minute', () => {
  it('has as much as was allowed, of cost and of requests, and tells what is left of the one that ends first', async () => {
    const budget = new CallerBudget({ cost: 100, requests: 10 })
    expect(await budget.admit('a', 5)).toEqual({
      retryAfterSeconds: null,
      tightest: { name: 'requests', limit: 10, remaining: 9, resetSeconds: 60 },
      policy: '"cost";q=100;w=60, "requests";q=10;w=60',
    })
    expect(await budget.admit('a', 50)).toMatchObject({ tightest: { name: 'cost', limit: 100, remaining: 45 } })
    expect(await budget.admit('a', 46)).toMatchObject({ retryAfterSeconds: 60, tightest: { name: 'cost', remaining: 0 } })
  })

  it('is its own: nobody spends another’s', async () => {
    const budget = new CallerBudget({ cost: 10, requests: 10 })
    await budget.admit('a', 11)
    expect((await budget.admit('a', 1)).retryAfterSeconds).not.toBeNull()
    expect((await budget.admit('b', 10)).retryAfterSeconds).toBeNull()
  })

  it('counts what costs nothing as the least', async () => {
    const budget = new CallerBudget({ cost: 2, requests: 100 })
    await budget.admit('a', 0)
    await budget.admit('a', 0)
    expect((await budget.admit('a', 0)).retryAfterSeconds).not.toBeNull()
  })

  it('ends also for many small requests', async () => {
    const budget = new CallerBudget({ cost: 1_000_000, requests: 3 })
    for (let request = 0; request < 3; request += 1) expect((await budget.admit('a', 1)).retryAfterSeconds).toBeNull()
    expect(await budget.admit('a', 1)).toMatchObject({ tightest: { name: 'requests', limit: 3, remaining: 0 } })
  })

  it('is published with its window', async () => {
    const budget = new CallerBudget({ cost: 1_000, requests: 60 })
    expect(budget.headersOf(await budget.admit('a', 10))).toEqual({
      'ratelimit-limit': '60',
      'ratelimit-remaining': '59',
      'ratelimit-reset': '60',
      'ratelimit-policy': '"cost";q=1000;w=60, "requests";q=60;w=60',
    })
  })

  it('can be looked at before anything is spent: only who has nothing left is kept out', async () => {
    const budget = new CallerBudget({ cost: 10, requests: 10 })
    expect((await budget.standing('a')).retryAfterSeconds).toBeNull()
    await budget.admit('a', 9)
    expect(await budget.standing('a')).toMatchObject({ retryAfterSeconds: null, tightest: { name: 'cost', remaining: 1 } })
    await budget.admit('a', 1)
    expect(await budget.standing('a')).toMatchObject({ retryAfterSeconds: 60, tightest: { remaining: 0 } })
    expect((await budget.standing('b')).retryAfterSeconds).toBeNull()
  })

  it('is a smaller one for whoever is known by an address alone, and says so', async () => {
    const budget = new CallerBudget({ cost: 1_000, requests: 60 }, { cost: 10, requests: 3 })
    const stranger = payerOf({ caller: anonymous, address: '203.0.113.7' })
    const first = await budget.admit(stranger, 9)
    expect(budget.headersOf(first)).toMatchObject({ 'ratelimit-limit': '10', 'ratelimit-policy': '"cost";q=10;w=60, "requests";q=3;w=60' })
    expect((await budget.admit(stranger, 2)).retryAfterSeconds).toBe(60)
    expect((await budget.standing(stranger)).retryAfterSeconds).toBe(60)
    const known = await budget.admit('api_key:1', 900)
    expect(known).toMatchObject({ retryAfterSeconds: null, tightest: { name: 'cost', limit: 1_000, remaining: 100 } })
    expect(known.policy).toBe('"cost";q=1000;w=60, "requests";q=60;w=60')
  })
})
