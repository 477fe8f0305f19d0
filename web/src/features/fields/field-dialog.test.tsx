import { screen, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { showFailing } from '../../test/show-failing.tsx'
import { FieldDialog } from './field-dialog.tsx'

// Dialogs are slow where a document is made up, and more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

let stop: (() => Promise<void>) | undefined
afterEach(() => stop?.())

describe('a field that is added', () => {
  it('is one act as long as it is the same, and another once it is changed', async () => {
    const { user, inputs, ...shown } = await showFailing(
      <FieldDialog subject="LEAD" field={null} onSaved={() => undefined} onClose={() => undefined} />,
    )
    stop = shown.stop
    const send = async (times: number) => {
      const button = screen.getByRole('button', { name: 'Add field' })
      await user.click(button)
      await waitFor(() => expect(inputs).toHaveLength(times))
      await waitFor(() => expect(button.getAttribute('aria-busy')).toBeNull())
    }
    await user.type(screen.getByLabelText('Label'), 'Warmth')
    await send(1)
    await send(2)
    await user.type(screen.getByLabelText('Label'), ' of the lead')
    await send(3)
    const [first, again, changed] = inputs.map(({ clientMutationId }) => clientMutationId)
    expect(typeof first).toBe('string')
    expect(again).toBe(first)
    expect(changed).not.toBe(first)
  })
})
