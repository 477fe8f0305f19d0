import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { showFailing } from '../../test/show-failing.tsx'
import { PackageDialog } from './package-dialog.tsx'

// Dialogs are slow where a document is made up, and more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

let stop: (() => Promise<void>) | undefined
afterEach(() => stop?.())

describe('a package that is added', () => {
  const open = async () => {
    const onClose = vi.fn()
    const shown = await showFailing(
      <PackageDialog row={null} currency="USD" onSaved={() => undefined} onClose={onClose} />,
    )
    stop = shown.stop
    return { ...shown, onClose }
  }

  it('is one act as long as it is the same, and another once it is changed', async () => {
    const { user, inputs } = await open()
    const write = (label: string, value: string) =>
      fireEvent.change(screen.getByLabelText(label), { target: { value } })
    const send = async (times: number) => {
      const button = screen.getByRole('button', { name: 'Add package' })
      await user.click(button)
      await waitFor(() => expect(inputs).toHaveLength(times))
      await waitFor(() => expect(button.getAttribute('aria-busy')).toBeNull())
    }
    write('Name', 'Growth')
    write('Price', '9000')
    await send(1)
    await send(2)
    write('Name', 'Growth Program')
    await send(3)
    const [first, again, changed] = inputs.map(({ clientMutationId }) => clientMutationId)
    expect(typeof first).toBe('string')
    expect(again).toBe(first)
    expect(changed).not.toBe(first)
  })

  it('is not discarded by Esc without a question', async () => {
    const { user, onClose } = await open()
    await user.type(screen.getByLabelText('Name'), 'Growth')
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    expect(onClose).toHaveBeenCalledOnce()
  })
})
