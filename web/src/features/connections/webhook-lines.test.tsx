import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { WebhookLines, type WebhookLinesProps, type WebhookOfProvider } from './webhook-lines.tsx'

const at = '2026-11-20T10:00:00.000Z'
const none = { registeredAt: null, checkedAt: null, failingSince: null, disabledSince: null, missedSince: null }
const registered: WebhookOfProvider = {
  ...none,
  state: 'ACTIVE',
  summary: 'Calendly sends everybody’s calls here.',
  isWanted: true,
  registeredAt: at,
  checkedAt: at,
}

const lines = (webhook: Partial<WebhookOfProvider>, more: Partial<WebhookLinesProps> = {}) => {
  const acts = { onRegister: vi.fn(), onRemove: vi.fn(), onKey: vi.fn() }
  const shown = show(
    <WebhookLines
      provider="Calendly"
      webhook={{ ...registered, ...webhook }}
      hasKey
      isOn
      busy={false}
      {...acts}
      {...more}
    />,
  )
  return { ...acts, ...shown }
}

const buttons = () => screen.queryAllByRole('button').map(({ textContent }) => textContent)
const notRegistered = {
  ...none,
  state: 'NOT_REGISTERED',
  summary: 'Clinch has not registered it.',
  isWanted: false,
} as const

describe('a webhook that is not registered', () => {
  it('is registered by one press', async () => {
    const { user, container, onRegister } = lines(notRegistered)
    await expectAccessible(container)
    await user.click(screen.getByRole('button', { name: 'Register it at Calendly' }))
    expect(onRegister).toHaveBeenCalledExactlyOnceWith(false)
  })

  it('asks for the token first where there is none', async () => {
    const { user, onKey } = lines(notRegistered, { hasKey: false })
    expect(buttons()).toEqual(['Add the token'])
    await user.click(screen.getByRole('button', { name: 'Add the token' }))
    expect(onKey).toHaveBeenCalledOnce()
  })

  it('offers nothing while the connection is off and it comes back by itself', () => {
    lines({ ...notRegistered, isWanted: true }, { isOn: false })
    expect(buttons()).toEqual([])
  })
})

describe('a registered webhook', () => {
  it('says since when, is made again with a new key, and is removed', async () => {
    const { user, container, onRegister, onRemove } = lines({})
    await expectAccessible(container)
    expect(screen.getByRole('status').textContent).toBe('RegisteredCalendly sends everybody’s calls here.')
    expect(screen.getByText('Looked at')).toBeDefined()
    await user.click(screen.getByRole('button', { name: 'Register it with a new key' }))
    expect(onRegister).toHaveBeenCalledExactlyOnceWith(true)
    await user.click(screen.getByRole('button', { name: 'Remove it at Calendly' }))
    expect(onRemove).toHaveBeenCalledOnce()
  })

  it('that Calendly gave up says since when', () => {
    lines({ state: 'DISABLED', disabledSince: at, missedSince: at })
    expect(screen.getByText('Given up since')).toBeDefined()
    expect(screen.getByText('Missed since')).toBeDefined()
  })
})

describe('what a person has to mend', () => {
  it.each([
    ['NOT_ALLOWED', 'Plan or rights too low', ['Try again', 'Stop trying']],
    ['ADDRESS_TAKEN', 'Address taken', ['Try again', 'Stop trying']],
    ['ADDRESS_UNREACHABLE', 'Out of reach', ['Try again', 'Stop trying']],
    ['REFUSED', 'Refused', ['Try again', 'Stop trying']],
    ['KEY_REFUSED', 'Token refused', ['Enter a new token', 'Try again', 'Stop trying']],
  ] as const)('%s is named and can be tried again', async (state, word, offered) => {
    const { container } = lines({ ...none, state, summary: 'Do this.' })
    await expectAccessible(container)
    expect(screen.getByText(word)).toBeDefined()
    expect(buttons()).toEqual(offered)
  })

  it('where it could not be removed is tried again as that', async () => {
    const { user, onRemove, onRegister } = lines({ state: 'NOT_ALLOWED', isWanted: false })
    await user.click(screen.getByRole('button', { name: 'Try to remove it again' }))
    expect([onRemove.mock.calls.length, onRegister.mock.calls.length]).toEqual([1, 0])
  })
})

it('while it is under way, offers only the way back', () => {
  lines({ ...none, state: 'REGISTERING' })
  expect(buttons()).toEqual(['Stop trying'])
})
