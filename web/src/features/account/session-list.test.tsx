import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { SessionList, type SessionListProps, type ShownSession } from './session-list.tsx'

const session = (id: string, change: Partial<ShownSession> = {}): ShownSession => ({
  id,
  device: `Device ${id}`,
  address: '203.0.113.7',
  createdAt: '2026-11-20T09:00:00Z',
  lastSeenAt: '2026-11-21T09:00:00Z',
  current: false,
  ...change,
})

const open = (sessions: readonly ShownSession[]) => {
  const [onEnd, onEndOthers] = [
    vi.fn<SessionListProps['onEnd']>(async () => ({ ok: true })),
    vi.fn<SessionListProps['onEndOthers']>(async () => ({ ok: true })),
  ]
  return { ...show(<SessionList sessions={sessions} onEnd={onEnd} onEndOthers={onEndOthers} />), onEnd, onEndOthers }
}

const givePassword = async (user: ReturnType<typeof show>['user']) => {
  const dialog = within(screen.getByRole('dialog'))
  await user.type(dialog.getByLabelText('Your password'), 'correct-horse')
  await user.click(dialog.getByRole('button', { name: 'Sign out' }))
}

describe('where one is signed in', () => {
  it('begins with this place, which is marked and stays', async () => {
    const { container } = open([session('a'), session('b', { current: true })])
    const [first, second] = screen.getAllByRole('listitem')
    if (!first || !second) throw new Error('There are two sessions.')
    expect(within(first).getByText('This device')).toBeTruthy()
    expect(within(first).queryByRole('button')).toBeNull()
    expect(within(second).getByRole('button', { name: 'Sign out Device a' })).toBeTruthy()
    await expectAccessible(container)
  })

  it('ends one, or all the others, for the password', async () => {
    const { user, onEnd, onEndOthers } = open([session('a'), session('b', { current: true }), session('c')])
    await user.click(screen.getByRole('button', { name: 'Sign out Device c' }))
    expect(screen.getByRole('dialog', { name: 'Sign out Device c?' })).toBeTruthy()
    await givePassword(user)
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('c', 'correct-horse')
    expect(screen.queryByRole('dialog')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Sign out everywhere else' }))
    await expectAccessible(screen.getByRole('dialog', { name: 'Sign out everywhere else?' }))
    await givePassword(user)
    expect(onEndOthers).toHaveBeenCalledExactlyOnceWith('correct-horse')
  })

  it('says at the field that the password is wrong, and keeps asking', async () => {
    const { user, onEnd } = open([session('a'), session('b', { current: true })])
    onEnd.mockResolvedValueOnce({ ok: false, message: 'This is not your password', field: 'password' })
    await user.click(screen.getByRole('button', { name: 'Sign out Device a' }))
    await givePassword(user)
    expect(screen.getByLabelText('Your password').getAttribute('aria-invalid')).toBe('true')
    expect(screen.getByText('This is not your password')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Cancel' }))
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(onEnd).toHaveBeenCalledOnce()
  })

  it('offers to end all the others only where there are several', () => {
    open([session('a', { current: true }), session('b')])
    expect(screen.queryByRole('button', { name: 'Sign out everywhere else' })).toBeNull()
  })
})
