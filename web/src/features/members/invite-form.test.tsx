import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { InviteForm, type InviteFormProps } from './invite-form.tsx'

const maya = { id: 'maya', name: 'Maya Okafor', email: 'maya@example.com' }
const luis = { id: 'luis', name: 'Luis Ortega', email: null }

const invite = (props: Partial<InviteFormProps> = {}) => {
  const onSend = vi.fn(async (): Promise<{ ok: true }> => ({ ok: true }))
  const shown = show(
    <InviteForm
      closers={[maya]}
      setters={[luis]}
      seats={{ seats: 10, seatsUsed: 4 }}
      planTo="/settings?tab=plan"
      onSend={onSend}
      onDone={() => undefined}
      onCancel={() => undefined}
      {...props}
    />,
  )
  const make = () => shown.user.click(screen.getByRole('button', { name: 'Make the invitation' }))
  return { onSend, make, ...shown }
}

const email = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Email' })

describe('inviting', () => {
  it('knows a closer by their address', async () => {
    const { user, onSend, make, container } = invite()
    await expectAccessible(container)
    await user.type(email(), 'Maya@example.com')
    await make()
    expect(onSend).toHaveBeenCalledWith({
      email: 'Maya@example.com',
      role: 'SALES_REP',
      closerId: 'maya',
      setterId: null,
    })
  })

  it('wants to know who a sales rep is, for they see their own rows alone', async () => {
    const { user, onSend, make } = invite()
    await user.type(email(), 'somebody@example.com')
    await make()
    expect(onSend).not.toHaveBeenCalled()
    expect(screen.getByText(/^A sales rep sees their own rows alone/)).toBeDefined()
    await user.click(screen.getByRole('button', { name: /^The setter who they are/ }))
    await user.keyboard('luis{Enter}')
    await make()
    expect(onSend).toHaveBeenCalledWith(expect.objectContaining({ closerId: null, setterId: 'luis' }))
  })

  it('lets an admin be nobody on the roster', async () => {
    const { user, onSend, make } = invite()
    await user.type(email(), 'admin@example.com')
    await user.click(screen.getByRole('radio', { name: 'Admin' }))
    await make()
    expect(onSend).toHaveBeenCalledWith({ email: 'admin@example.com', role: 'ADMIN', closerId: null, setterId: null })
  })

  it('leaves alone whom somebody chose, whatever the address', async () => {
    const { user, onSend, make } = invite()
    await user.click(screen.getByRole('button', { name: /^The setter who they are/ }))
    await user.keyboard('luis{Enter}')
    await user.click(screen.getByRole('button', { name: /^The closer who they are/ }))
    await user.keyboard('maya{Enter}')
    await user.type(email(), 'other@example.com')
    await make()
    expect(onSend).toHaveBeenCalledWith(expect.objectContaining({ closerId: 'maya', setterId: 'luis' }))
  })

  it('warns while no seat is free, says what accepting will answer, and leads to the plan', async () => {
    const { container } = invite({ seats: { seats: 1, seatsUsed: 1 } })
    await expectAccessible(container)
    const note = screen.getByRole('note')
    expect(note.textContent).toContain('The one seat is taken.')
    expect(note.textContent).toContain('no seat is free')
    expect(screen.getByRole('link', { name: 'See the plan' }).getAttribute('href')).toBe('/settings?tab=plan')
    expect(screen.getByRole('button', { name: 'Make the invitation' })).toBeDefined()
  })

  it('says nothing of seats while there is one', () => {
    invite({ seats: { seats: 10, seatsUsed: 9 } })
    expect(screen.queryByRole('note')).toBeNull()
  })

  it('begins with the person it was opened for', () => {
    invite({ closerId: 'maya' })
    expect(email().value).toBe('maya@example.com')
    expect(screen.getByRole('button', { name: 'The closer who they are: Maya Okafor' })).toBeDefined()
  })
})
