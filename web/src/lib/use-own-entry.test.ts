import type { FieldDefinition } from '@clinch/schema/fields'
import { act, renderHook } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { useOwnEntry } from './use-own-entry.ts'

const field = (key: string, required: boolean): FieldDefinition => ({
  key,
  kind: 'text',
  label: key,
  help: null,
  required,
  shownIf: null,
  options: [],
})

describe('own fields that are entered', () => {
  it('are sent as far as they were changed, and say at the field what has to be answered', () => {
    const fields = [field('source', true), field('mood', false), field('note', false)]
    const { result } = renderHook(() => useOwnEntry(fields, { path: 'values', start: { mood: 'Good', note: 'Old' } }))
    expect(result.current.isChanged).toBe(false)
    act(() => expect(result.current.read()).toBeNull())
    expect(result.current.problemOf('source')).toBe('“source” has to be answered.')
    expect(result.current.problemOf('mood')).toBeUndefined()
    act(() => {
      result.current.answer('source', ' A  friend ')
      result.current.answer('mood', '')
    })
    expect(result.current.isChanged).toBe(true)
    act(() => expect(result.current.read()).toEqual([{ key: 'source', text: 'A friend' }, { key: 'mood' }]))
    expect(result.current.problemOf('source')).toBeUndefined()
  })

  it('show what the API refused of them, and leave the rest to the form', () => {
    const { result } = renderHook(() => useOwnEntry([field('source', true)], { path: 'customFields' }))
    act(() => expect(result.current.told([{ path: 'name', message: 'No.' }])).toBe(false))
    act(() => expect(result.current.told([{ path: 'customFields.source', message: 'No.' }])).toBe(true))
    expect(result.current.problemOf('source')).toBe('No.')
  })
})
