import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { ReasonForm, type ReasonFormProps } from './reason-form.tsx'

const form = (props: Partial<ReasonFormProps> = {}) =>
  show(
    <ReasonForm
      verb="Suspend it"
      hint="Its members are told this."
      onSend={() => Promise.resolve({ ok: true })}
      onDone={() => undefined}
      onCancel={() => undefined}
      {...props}
    />,
  )

describe('asking why', () => {
  it('sends nothing without a reason, and says so at the field', async () => {
    const onSend = vi.fn<ReasonFormProps['onSend']>()
    const { user, container } = form({ onSend })
    await user.type(screen.getByLabelText('Reason'), '   ')
    await user.click(screen.getByRole('button', { name: 'Suspend it' }))
    expect(await screen.findByText('Give a reason')).toBeTruthy()
    expect(onSend).not.toHaveBeenCalled()
    await expectAccessible(container)
  })

  it('asks for the name to be typed, letter for letter, before a whole organization goes', async () => {
    const [onSend, onDone] = [vi.fn<ReasonFormProps['onSend']>().mockResolvedValue({ ok: true }), vi.fn()]
    const { user } = form({ verb: 'Delete it', confirmName: 'Northlight', onSend, onDone })
    await user.type(screen.getByLabelText('Reason'), 'They asked us to.')
    await user.type(screen.getByLabelText('Type Northlight to go on'), 'northlight')
    await user.click(screen.getByRole('button', { name: 'Delete it' }))
    expect(await screen.findByText('Type Northlight')).toBeTruthy()
    expect(onSend).not.toHaveBeenCalled()
    await user.clear(screen.getByLabelText('Type Northlight to go on'))
    await user.type(screen.getByLabelText('Type Northlight to go on'), 'Northlight')
    await user.click(screen.getByRole('button', { name: 'Delete it' }))
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce())
    expect(onSend).toHaveBeenCalledWith('They asked us to.')
  })

  it('keeps what was typed when it is refused, and says why', async () => {
    const { user } = form({ onSend: () => Promise.resolve({ ok: false, message: 'This organization is suspended' }) })
    await user.type(screen.getByLabelText('Reason'), 'Unpaid.')
    await user.click(screen.getByRole('button', { name: 'Suspend it' }))
    expect((await screen.findByRole('alert')).textContent).toContain('This organization is suspended')
    expect(screen.getByLabelText<HTMLTextAreaElement>('Reason').value).toBe('Unpaid.')
  })
})
