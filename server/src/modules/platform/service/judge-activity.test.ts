import { describe, expect, it } from 'vitest'
import { judgeActivity } from './judge-activity.ts'

const counts = (given: Partial<Parameters<typeof judgeActivity>[1]>) => ({
  deliveries: 0,
  refused: 0,
  failed: 0,
  parked: 0,
  held: 0,
  ...given,
})

describe('how an organization does', () => {
  it('is told by its connection first: without one, nothing can arrive', () => {
    expect(judgeActivity(false, counts({ deliveries: 5, parked: 5 }))).toBe('not_connected')
  })

  it('is failing as soon as one delivery failed or was parked', () => {
    expect(judgeActivity(true, counts({ deliveries: 1000, failed: 1 }))).toBe('failing')
    expect(judgeActivity(true, counts({ deliveries: 1000, parked: 1 }))).toBe('failing')
  })

  it('is refusing from every tenth refused webhook on, and not before', () => {
    expect(judgeActivity(true, counts({ deliveries: 100, refused: 10 }))).toBe('refusing')
    expect(judgeActivity(true, counts({ deliveries: 100, refused: 9 }))).toBe('good')
    expect(judgeActivity(true, counts({ deliveries: 1, refused: 1 }))).toBe('refusing')
  })

  it('is quiet where nothing arrived, and good where something did; what is held is no fault', () => {
    expect(judgeActivity(true, counts({}))).toBe('quiet')
    expect(judgeActivity(true, counts({ deliveries: 3 }))).toBe('good')
    expect(judgeActivity(true, counts({ deliveries: 3, held: 3 }))).toBe('good')
  })
})
