import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { SessionList, type ShownSession } from './session-list.tsx'

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
  const [onEnd, onEndOthers] = [vi.fn(async () => ({ ok: true }) as const), vi.fn(async () => ({ ok: true }) as const)]
  return { ...show(<SessionList sessions={sessions} onEnd={onEnd} onEndOthers={onEndOthers} />), onEnd, onEndOthers }
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

  it('ends one, or all the others', async () => {
    const { user, onEnd, onEndOthers } = open([session('a'), session('b', { current: true }), session('c')])
    await user.click(screen.getByRole('button', { name: 'Sign out Device c' }))
    expect(onEnd).toHaveBeenCalledExactlyOnceWith('c')
    await user.click(screen.getByRole('button', { name: 'Sign out everywhere else' }))
    expect(onEndOthers).toHaveBeenCalledOnce()
  })

  it('offers to end all the others only where there are several', () => {
    open([session('a', { current: true }), session('b')])
    expect(screen.queryByRole('button', { name: 'Sign out everywhere else' })).toBeNull()
  })
})
