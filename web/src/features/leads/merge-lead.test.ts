import { expect, it } from 'vitest'
import { firstChoices, type MergeLead } from './merge-lead.ts'

const dana: MergeLead = {
  id: '1',
  fullName: 'Dana',
  email: 'dana@example.com',
  phone: null,
  timeZone: null,
  createdAt: '2026-11-01T00:00:00Z',
  source: null,
  events: [],
  netCash: null,
}

it('what stays at first is the survivor’s, and the other’s where the survivor has none', () => {
  const other = { ...dana, fullName: 'D. W.', email: 'd@example.com', phone: '+12025550143' }
  expect(firstChoices(dana, other)).toEqual({
    name: 'SURVIVOR',
    email: 'SURVIVOR',
    phone: 'MERGED',
    timeZone: 'SURVIVOR',
  })
})
