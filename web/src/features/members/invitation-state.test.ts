import { expect, it } from 'vitest'
import { invitationState } from './invitation-state.ts'

const now = new Date('2026-11-20T12:00:00Z')
const open = { acceptedAt: null, revokedAt: null, expiresAt: '2026-11-20T12:00:01Z' }

it('an invitation is open until the moment it ends, unless it was used or taken back', () => {
  expect(invitationState(open, now)).toBe('pending')
  expect(invitationState({ ...open, expiresAt: '2026-11-20T12:00:00Z' }, now)).toBe('expired')
  expect(invitationState({ ...open, revokedAt: '2026-11-20T11:00:00Z' }, now)).toBe('revoked')
  expect(invitationState({ ...open, acceptedAt: '2026-11-19T11:00:00Z', expiresAt: '2026-11-20T00:00:00Z' }, now)).toBe(
    'accepted',
  )
})
