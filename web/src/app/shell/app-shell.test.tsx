import { screen, within } from '@testing-library/react'
import { LayoutDashboard, Phone, Plug, Settings, Users, Wallet } from 'lucide-react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { setViewport } from '../../test/browser.ts'
import { show } from '../../test/show.tsx'
import { AppShell } from './app-shell.tsx'
import type { ShellState } from './navigation.ts'

const state = (change: Partial<ShellState> = {}): ShellState => ({
  viewer: { name: 'Nora Whitfield', role: 'Owner' },
  organization: { id: '1', name: 'Kestrel Academy' },
  organizations: [
    { id: '1', name: 'Kestrel Academy' },
    { id: '2', name: 'Second' },
  ],
  pages: [
    { to: '/', label: 'Dashboard', icon: LayoutDashboard },
    { to: '/calls', label: 'Calls', icon: Phone, count: 9 },
    { to: '/payments', label: 'Payments', icon: Wallet, count: 0 },
    { to: '/team', label: 'Team', icon: Users },
    { to: '/integrations', label: 'Integrations', icon: Plug, attention: 'Needs attention' },
  ],
  footPages: [{ to: '/settings', label: 'Settings', icon: Settings }],
  onChooseOrganization: () => undefined,
  onSignOut: () => undefined,
  createOrganizationTo: '/create-organization',
  ...change,
})

const page = <h1>Calls</h1>

describe('the shell on a desktop', () => {
  beforeEach(() => setViewport(1440))

  it('highlights the page it is on, and shows what waits', async () => {
    const { container } = show(<AppShell {...state()}>{page}</AppShell>, { at: '/calls?open=1' })
    const nav = screen.getByRole('navigation', { name: 'Main' })
    expect(
      within(nav)
        .getAllByRole('link')
        .map((link) => [link.textContent, link.getAttribute('aria-current')]),
    ).toEqual([
      ['Dashboard', null],
      ['Calls9', 'page'],
      ['Payments', null],
      ['Team', null],
      ['Integrations', null],
      ['Settings', null],
    ])
    expect(within(nav).getByRole('img', { name: 'Needs attention' })).toBeTruthy()
    await expectAccessible(container)
  })

  it('changes the organization and signs out', async () => {
    const [onChooseOrganization, onSignOut] = [vi.fn(), vi.fn()]
    const { user } = show(<AppShell {...state({ onChooseOrganization, onSignOut })}>{page}</AppShell>)
    await user.click(screen.getByRole('button', { name: 'Organization: Kestrel Academy' }))
    await user.click(screen.getByRole('menuitemradio', { name: 'Second' }))
    expect(onChooseOrganization).toHaveBeenCalledWith('2')
    await user.click(screen.getByRole('button', { name: /^Nora Whitfield,? ?Owner/ }))
    await user.click(screen.getByRole('menuitem', { name: 'Sign out' }))
    expect(onSignOut).toHaveBeenCalledOnce()
  })

  it('has a find box only where there is something to find with', () => {
    show(<AppShell {...state()}>{page}</AppShell>)
    expect(screen.queryByRole('button', { name: 'Find or run' })).toBeNull()
  })
})

describe('the shell in between', () => {
  it('shows icons that still say their names and counts', async () => {
    setViewport(1100)
    const { container } = show(<AppShell {...state()}>{page}</AppShell>)
    expect(screen.getByRole('link', { name: 'Calls, 9' })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Integrations, Needs attention' })).toBeTruthy()
    await expectAccessible(container)
  })
})

describe('the shell on a phone', () => {
  it('has four pages in reach of the thumb and the rest behind More', async () => {
    setViewport(390)
    const { user, container } = show(<AppShell {...state()}>{page}</AppShell>)
    expect(within(screen.getByRole('navigation')).getAllByRole('link')).toHaveLength(4)
    await expectAccessible(container)
    await user.click(screen.getByRole('button', { name: 'More' }))
    expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
      'Integrations',
      'Settings',
      'New organization',
      'Sign out',
    ])
  })
})

describe('being offline', () => {
  it('is a calm line that goes away by itself', async () => {
    setViewport(1440)
    show(<AppShell {...state()}>{page}</AppShell>)
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    window.dispatchEvent(new Event('offline'))
    expect(await screen.findByText('Offline.')).toBeTruthy()
    online.mockRestore()
    window.dispatchEvent(new Event('online'))
    await vi.waitFor(() => expect(screen.queryByText('Offline.')).toBeNull())
  })
})
