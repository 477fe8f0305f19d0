import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { showFailing } from '../../test/show-failing.tsx'
import { OutcomeDialog, StatusDialog } from './option-dialogs.tsx'

// Dialogs are slow where a document is made up, and more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

let stop: (() => Promise<void>) | undefined
afterEach(() => stop?.())

describe.each([
  { Dialog: OutcomeDialog, label: 'Add outcome' },
  { Dialog: StatusDialog, label: 'Add status' },
])('what “$label” adds', ({ Dialog, label }) => {
  it('is one act as long as it is the same, and another once it is changed', async () => {
    const { user, inputs, ...shown } = await showFailing(
      <Dialog option={null} onSaved={() => undefined} onClose={() => undefined} />,
    )
    stop = shown.stop
    const send = async (times: number) => {
      const button = screen.getByRole('button', { name: label })
      await user.click(button)
      await waitFor(() => expect(inputs).toHaveLength(times))
      await waitFor(() => expect(button.getAttribute('aria-busy')).toBeNull())
    }
    await user.type(screen.getByLabelText('Name'), 'Won')
    await send(1)
    await send(2)
    await user.type(screen.getByLabelText('Name'), ' over')
    await send(3)
    const [first, again, changed] = inputs.map(({ clientMutationId }) => clientMutationId)
    expect(typeof first).toBe('string')
    expect(again).toBe(first)
    expect(changed).not.toBe(first)
  })
})
