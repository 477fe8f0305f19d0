import { beforeEach, expect, it, vi } from 'vitest'
import { beginVisit, onOtherVisit, seenKey, visitStands } from './portal-visit.ts'

const visitKey = 'clinch.portal.visit'
/** What a browser tells this page when another one wrote. */
const otherPageWrites = (visit: string) => {
  localStorage.setItem(visitKey, visit)
  window.dispatchEvent(new StorageEvent('storage', { key: visitKey, newValue: visit }))
}

beforeEach(() => {
  localStorage.clear()
  beginVisit()
})

it('forgets what was seen when somebody comes in or goes', () => {
  localStorage.setItem(seenKey, 'seen')
  beginVisit()
  expect(localStorage.getItem(seenKey)).toBeNull()
  expect(visitStands()).toBe(true)
})

it('does not stand any more once another page let somebody in, until this one was told', () => {
  localStorage.setItem(visitKey, 'another')
  expect(visitStands()).toBe(false)
  const told = vi.fn()
  const stop = onOtherVisit(told)
  otherPageWrites('another')
  expect(told).toHaveBeenCalledTimes(1)
  expect(visitStands()).toBe(true)
  stop()
  otherPageWrites('a third')
  expect(told).toHaveBeenCalledTimes(1)
})

it('is not told of what it did itself', () => {
  const told = vi.fn()
  const stop = onOtherVisit(told)
  window.dispatchEvent(new StorageEvent('storage', { key: visitKey, newValue: localStorage.getItem(visitKey) }))
  expect(told).not.toHaveBeenCalled()
  stop()
})
