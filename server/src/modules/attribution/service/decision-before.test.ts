import { describe, expect, it } from 'vitest'
import { decisionBefore } from './decision-before.ts'

const made = (id: string, restores: string | null = null) => ({ id, restores })
const before = (...oldestFirst: ReturnType<typeof made>[]) => decisionBefore([...oldestFirst].reverse())?.id ?? null

describe('what stood before a decision', () => {
  it('is the decision before it, or nothing', () => {
    expect(before(made('rule'), made('hand'))).toBe('rule')
    expect(before(made('hand'))).toBeNull()
  })

  it('lies further back each time, where a decision restored an earlier one', () => {
    const history = [made('rule'), made('one'), made('two'), made('three')]
    expect(before(...history)).toBe('two')
    expect(before(...history, made('two again', 'two'))).toBe('one')
    expect(before(...history, made('two again', 'two'), made('one again', 'one'))).toBe('rule')
  })

  it('is the restored one, where a person decided anew after that', () => {
    const history = [made('rule'), made('one'), made('two'), made('one again', 'one'), made('four')]
    expect(before(...history)).toBe('one')
    expect(before(...history, made('one once more', 'one'))).toBe('rule')
  })
})
