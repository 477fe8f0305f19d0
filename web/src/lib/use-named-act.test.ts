import { renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useNamedAct } from './use-named-act.ts'

describe('the name of an act', () => {
  it('is the same as long as the same is sent, and another once that is changed', () => {
    const { result, rerender } = renderHook(() => useNamedAct())
    const first = result.current({ name: 'Growth' })
    rerender()
    expect(result.current({ name: 'Growth' })).toEqual(first)
    const changed = result.current({ name: 'Growth Program' })
    expect(changed).toEqual({ name: 'Growth Program', clientMutationId: expect.any(String) })
    expect(changed.clientMutationId).not.toBe(first.clientMutationId)
  })

  it('is its own wherever it is sent from', () => {
    const ids = [1, 2].map(() => renderHook(() => useNamedAct()).result.current({}).clientMutationId)
    expect(new Set(ids).size).toBe(2)
  })
})
