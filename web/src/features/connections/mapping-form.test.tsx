import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { draftOfMapping, inputOfMapping } from './mapping-draft.ts'
import { MappingForm } from './mapping-form.tsx'

const stored = {
  setterFrom: [
    { utm: 'CONTENT', prefix: 'setter-', question: null },
    { utm: null, prefix: null, question: 'Who referred you?' },
  ],
  sourceFrom: [{ utm: 'SOURCE', prefix: null, question: null }],
  trafficTypeFrom: [],
} as const

describe('the field mapping', () => {
  it('comes back from the editor as it was stored', () => {
    expect(inputOfMapping(draftOfMapping(stored))).toEqual({
      setterFrom: [{ utm: 'CONTENT', prefix: 'setter-' }, { question: 'Who referred you?' }],
      sourceFrom: [{ utm: 'SOURCE' }],
      trafficTypeFrom: [],
    })
  })

  it('is saved once it was changed, and not before', async () => {
    const onSend = vi.fn(async (): Promise<{ ok: true }> => ({ ok: true }))
    const { user, container } = show(
      <MappingForm of="bookings" mapping={draftOfMapping(stored)} onSend={onSend} onDone={() => undefined} />,
    )
    await expectAccessible(container)
    const save = screen.getByRole<HTMLButtonElement>('button', { name: 'Save the mapping' })
    expect(save.disabled).toBe(true)
    await user.click(screen.getByRole('button', { name: /^Remove utm_content/ }))
    await user.click(save)
    expect(onSend).toHaveBeenCalledWith({
      ...draftOfMapping(stored),
      setterFrom: [{ kind: 'QUESTION', prefix: '', question: 'Who referred you?' }],
    })
    expect(save.disabled).toBe(true)
  })

  it('goes back to what is stored', async () => {
    const { user } = show(
      <MappingForm
        of="bookings"
        mapping={draftOfMapping(stored)}
        onSend={async () => ({ ok: true })}
        onDone={() => undefined}
      />,
    )
    await user.clear(screen.getByRole('textbox', { name: 'The question that names the setter' }))
    await user.click(screen.getByRole('button', { name: 'Undo the changes' }))
    const question = screen.getByRole<HTMLInputElement>('textbox', { name: 'The question that names the setter' })
    expect(question.value).toBe('Who referred you?')
  })
})
