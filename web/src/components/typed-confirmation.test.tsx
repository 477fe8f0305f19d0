import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../test/expect-accessible.ts'
import { show } from '../test/show.tsx'
import { TypedConfirmation, type TypedConfirmationProps } from './typed-confirmation.tsx'

const ask = (onConfirm: TypedConfirmationProps['onConfirm'] = async () => ({ ok: true })) => {
  const [confirm, onDone] = [vi.fn(onConfirm), vi.fn()]
  const shown = show(
    <TypedConfirmation
      expected="Kestrel Academy"
      noun="the organization’s name"
      label="Delete the organization"
      cancelLabel="Keep it"
      onConfirm={confirm}
      onDone={onDone}
      onCancel={() => undefined}
    />,
  )
  return { ...shown, confirm, onDone, box: screen.getByRole('textbox') }
}

describe('a confirmation that is typed', () => {
  it('asks nobody while another name stands there, and says what is wanted', async () => {
    const { user, container, confirm, box } = ask()
    await user.type(box, 'kestrel academy{Enter}')
    expect(confirm).not.toHaveBeenCalled()
    expect(screen.getByText('Type the organization’s name as it stands above')).toBeTruthy()
    await expectAccessible(container)
  })

  it('goes on with the name, whatever space is round it', async () => {
    const { user, confirm, onDone, box } = ask()
    await user.type(box, ' Kestrel Academy {Enter}')
    expect(confirm).toHaveBeenCalledWith('Kestrel Academy')
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('keeps what was typed when it is refused, and leads to what helps', async () => {
    const wayOut = { label: 'See the plans', to: '/settings?tab=plan' }
    const { user, onDone, box } = ask(async () => ({ ok: false, message: 'The trial is over', wayOut }))
    await user.type(box, 'Kestrel Academy{Enter}')
    expect(screen.getByRole('alert').textContent).toBe('The trial is over. See the plans')
    expect(screen.getByRole('link', { name: 'See the plans' }).getAttribute('href')).toBe('/settings?tab=plan')
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('Kestrel Academy')
    expect(onDone).not.toHaveBeenCalled()
  })
})
