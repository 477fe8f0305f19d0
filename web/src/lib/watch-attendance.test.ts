import { expect, it } from 'vitest'
import { watchAttendance } from './watch-attendance.ts'

it('a page is unattended once nobody has touched it for five minutes, and attended again at the first touch', () => {
  let now = 1_000
  const isUnattended = watchAttendance(window, () => now)
  now += 5 * 60_000
  expect(isUnattended()).toBe(false)
  now += 1
  expect(isUnattended()).toBe(true)
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'a' }))
  expect(isUnattended()).toBe(false)
  now += 6 * 60_000
  expect(isUnattended()).toBe(true)
  document.body.dispatchEvent(new Event('pointermove', { bubbles: true }))
  expect(isUnattended()).toBe(false)
})
