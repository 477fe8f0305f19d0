import { act, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { ViewerProvider } from '../../lib/viewer.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import type { PortalSettings } from './portal-settings.ts'
import { PortalSettingsForm, type PortalSettingsFormProps } from './portal-settings-form.tsx'

const defaults: PortalSettings = { leaderboard: 'NAMES', othersFigures: false, leadContacts: true, money: 'PAYMENTS' }
const viewer = {
  id: 'u1',
  name: 'Nora Whitfield',
  email: 'nora@kestrel.example',
  role: 'ADMIN',
  permissions: [],
  keptAs: 'u1',
  organization: { id: 'o1', name: 'Kestrel Academy', currency: 'USD', timeZone: 'America/New_York' },
} as const

const ready = (settings: Partial<PortalSettings> = {}, onSend?: PortalSettingsFormProps['onSend']) =>
  show(
    <ViewerProvider value={viewer}>
      <PortalSettingsForm
        settings={{ ...defaults, ...settings }}
        onSend={onSend ?? (() => Promise.resolve({ ok: true }))}
      />
    </ViewerProvider>,
  )

const picture = () => within(screen.getByRole('figure', { name: 'What a closer sees' }))

describe('what closers and setters see', () => {
  it('shows in the picture what the settings show', async () => {
    const { container } = ready()
    for (const text of ['+1 202 555 0143', 'Payments', 'Priya Raman']) expect(picture().getByText(text)).toBeDefined()
    // Their own figure as the month's sum and on the leaderboard, and nobody else's.
    expect(picture().getAllByText('$54,960')).toHaveLength(2)
    expect(picture().queryByText('$61,200')).toBeNull()
    await expectAccessible(container)
  })

  it('leaves out of the picture what they hide', () => {
    ready({ leaderboard: 'RANKS', othersFigures: true, leadContacts: false, money: 'FIGURES' })
    for (const text of ['+1 202 555 0143', 'chloe@lead.example', 'Payments', 'Priya Raman'])
      expect(picture().queryByText(text)).toBeNull()
    expect(picture().getAllByText('A closer')).toHaveLength(2)
    expect(picture().getByText('$61,200')).toBeDefined()
  })

  it('shows no money and no leaderboard where neither is shown', () => {
    ready({ leaderboard: 'HIDDEN', money: 'NONE' })
    expect(picture().queryByText(/\$/)).toBeNull()
    expect(picture().queryByText(/Leaderboard/)).toBeNull()
    expect(screen.getByRole('switch', { name: 'Figures of others on the leaderboard' })).toHaveProperty(
      'disabled',
      true,
    )
  })

  it('sends each choice by itself, and says why one was refused', async () => {
    const onSend = vi
      .fn<PortalSettingsFormProps['onSend']>()
      .mockResolvedValue({ ok: false, message: 'Only an owner or admin may do this.' })
    const { user } = ready({}, onSend)
    await user.click(screen.getByRole('switch', { name: 'How to reach leads' }))
    expect(onSend).toHaveBeenCalledExactlyOnceWith({ leadContacts: false })
    expect(await screen.findByText('Only an owner or admin may do this.')).toBeDefined()
  })

  it('keeps the focus at a choice while it is sent, and takes no other meanwhile', async () => {
    const answers: (() => void)[] = []
    const onSend = vi.fn<PortalSettingsFormProps['onSend']>(
      () => new Promise((resolve) => answers.push(() => resolve({ ok: true }))),
    )
    const { user } = ready({}, onSend)
    const reach = screen.getByRole('switch', { name: 'How to reach leads' })
    const money = screen.getByRole('button', { name: /^Money on their calls/ })
    await user.click(reach)
    expect(document.activeElement).toBe(reach)
    await user.keyboard(' ')
    money.focus()
    await user.keyboard('{Enter}{ArrowDown}')
    expect(screen.queryByRole('option')).toBeNull()
    expect(document.activeElement).toBe(money)
    expect(onSend).toHaveBeenCalledOnce()
    act(() => answers.forEach((answer) => answer()))
    await waitFor(() => expect(reach.getAttribute('aria-disabled')).toBeNull())
    await user.keyboard('{Enter}')
    await user.click(await screen.findByText('Nothing'))
    expect(onSend).toHaveBeenLastCalledWith({ money: 'NONE' })
    await waitFor(() => expect(document.activeElement).toBe(money))
  })
})
