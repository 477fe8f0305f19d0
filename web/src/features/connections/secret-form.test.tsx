import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { SecretForm } from './secret-form.tsx'

const done = async (): Promise<{ ok: true }> => ({ ok: true })

describe('a secret', () => {
  it('replaces the one on file with a day of overlap, unless another is chosen', async () => {
    const onSend = vi.fn(done)
    const { user, container } = show(
      <SecretForm what="signing secret" overlaps replaces onSend={onSend} onDone={() => undefined} />,
    )
    await expectAccessible(container)
    await user.type(screen.getByRole('textbox', { name: 'New signing secret' }), ' whsec_123456 ')
    await user.click(screen.getByRole('button', { name: 'Replace the signing secret' }))
    expect(onSend).toHaveBeenLastCalledWith({ secret: 'whsec_123456', overlapHours: 24 })
    await user.click(screen.getByRole('button', { name: /^The old one stays valid/ }))
    await user.click(screen.getByRole('option', { name: 'For a week' }))
    await user.click(screen.getByRole('button', { name: 'Replace the signing secret' }))
    expect(onSend).toHaveBeenLastCalledWith({ secret: 'whsec_123456', overlapHours: 168 })
  })

  it('has no overlap where there is nothing to replace, and is not sent by half', async () => {
    const onSend = vi.fn(done)
    const { user } = show(
      <SecretForm what="signing secret" overlaps replaces={false} onSend={onSend} onDone={() => undefined} />,
    )
    expect(screen.queryByRole('button', { name: /^The old one/ })).toBeNull()
    await user.type(screen.getByRole('textbox', { name: 'Signing secret' }), 'short{Enter}')
    expect(onSend).not.toHaveBeenCalled()
    await user.type(screen.getByRole('textbox', { name: 'Signing secret' }), '-no-more{Enter}')
    expect(onSend).toHaveBeenCalledWith({ secret: 'short-no-more', overlapHours: 0 })
  })
})
