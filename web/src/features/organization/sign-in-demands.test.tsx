import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { SignInDemands, type SignInDemandsProps } from './sign-in-demands.tsx'

const open = (props: Partial<SignInDemandsProps> = {}) => {
  const onSend = vi.fn<SignInDemandsProps['onSend']>(async () => ({ ok: true }))
  const demands = { secondFactorRequired: false, sessionIdleHours: null }
  return {
    ...show(
      <SignInDemands demands={demands} hasSecondFactor accountTo="/settings?tab=account" onSend={onSend} {...props} />,
    ),
    onSend,
  }
}
const theSwitch = () => screen.getByRole('switch', { name: 'Demand the second step of everybody' })

describe('what an organization asks of signing in', () => {
  it('says what demanding the second step does before it is demanded', async () => {
    const { user, onSend, container } = open()
    await expectAccessible(container)
    await user.click(theSwitch())
    expect(onSend).not.toHaveBeenCalled()
    expect(screen.getByRole('dialog', { name: 'Demand the second step of everybody?' }).textContent).toContain(
      'shut out at once',
    )
    await user.click(screen.getByRole('button', { name: 'Demand it' }))
    expect(onSend).toHaveBeenCalledExactlyOnceWith({ secondFactorRequired: true })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('demands it no more at a press', async () => {
    const { user, onSend } = open({ demands: { secondFactorRequired: true, sessionIdleHours: null } })
    await user.click(theSwitch())
    expect(onSend).toHaveBeenCalledExactlyOnceWith({ secondFactorRequired: false })
  })

  it('cannot be demanded by somebody without one, who is led to it', () => {
    open({ hasSecondFactor: false })
    expect(theSwitch().hasAttribute('disabled')).toBe(true)
    expect(screen.getByRole('link', { name: 'your account' }).getAttribute('href')).toBe('/settings?tab=account')
  })

  it('ends sessions after the chosen time without use, also one that is not among the choices, and says why it could not', async () => {
    const { user, onSend } = open({ demands: { secondFactorRequired: false, sessionIdleHours: 30 } })
    onSend.mockResolvedValueOnce({ ok: false, message: 'The trial is over' })
    await user.click(screen.getByRole('button', { name: /A session ends/ }))
    expect(screen.getByRole('option', { name: 'After 30 hours without use' })).toBeTruthy()
    await user.click(screen.getByRole('option', { name: 'After 8 hours without use' }))
    expect(onSend).toHaveBeenCalledExactlyOnceWith({ sessionIdleHours: 8 })
    expect(await screen.findByText('The trial is over')).toBeTruthy()
  })
})
