import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { ApiKeyForm } from './api-key-form.tsx'
import { keyExpiry } from './key-expiry.ts'

describe('making an API key', () => {
  it('needs a name and a scope', async () => {
    const onSend = vi.fn(async (): Promise<{ ok: true }> => ({ ok: true }))
    const { user, container } = show(<ApiKeyForm onSend={onSend} onDone={() => undefined} onCancel={() => undefined} />)
    await expectAccessible(container)
    const make = screen.getByRole('button', { name: 'Make the key' })
    await user.click(make)
    expect(onSend).not.toHaveBeenCalled()
    expect(screen.getByText('Choose at least one')).toBeDefined()
    await user.type(screen.getByRole('textbox', { name: 'Name' }), 'Reports')
    await user.click(screen.getByRole('checkbox', { name: 'Read figures and leaderboards' }))
    await user.click(screen.getByRole('checkbox', { name: 'Read calls' }))
    expect(screen.queryByText('Choose at least one')).toBeNull()
    await user.click(make)
    expect(onSend).toHaveBeenCalledWith({ name: 'Reports', scopes: ['EVENTS_READ', 'METRICS_READ'], lifeDays: 90 })
  })

  it('may have no end', () => {
    const now = new Date('2026-11-20T14:30:00.000Z')
    expect(keyExpiry(90, now)).toBe('2027-02-18T14:30:00.000Z')
    expect(keyExpiry(0, now)).toBeNull()
  })
})
