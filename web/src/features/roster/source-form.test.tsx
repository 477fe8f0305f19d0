import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { SourceForm } from './source-form.tsx'

const change = () => {
  const onSend = vi.fn(async (): Promise<{ ok: true }> => ({ ok: true }))
  const shown = show(
    <SourceForm
      source={{ name: 'YouTube', aliases: ['yt'], trafficTypeId: 'organic' }}
      trafficTypes={[
        { id: 'organic', name: 'Organic' },
        { id: 'paid', name: 'Paid' },
      ]}
      submitLabel="Save"
      onSend={onSend}
      onDone={() => undefined}
      onCancel={() => undefined}
    />,
  )
  const choose = async (name: string) => {
    await shown.user.click(screen.getByRole('button', { name: /^Traffic type/ }))
    await shown.user.click(screen.getByRole('option', { name }))
  }
  return { onSend, choose, save: () => shown.user.click(screen.getByRole('button', { name: 'Save' })), ...shown }
}

describe('a source', () => {
  it('keeps its traffic type, takes another, or none', async () => {
    const { onSend, choose, save, container } = change()
    await expectAccessible(container)
    await save()
    expect(onSend).toHaveBeenLastCalledWith({ name: 'YouTube', aliases: ['yt'], trafficType: { id: 'organic' } })
    await choose('Paid')
    await save()
    expect(onSend).toHaveBeenLastCalledWith(expect.objectContaining({ trafficType: { id: 'paid' } }))
    await choose('As the booking says')
    await save()
    expect(onSend).toHaveBeenLastCalledWith(expect.objectContaining({ trafficType: null }))
  })

  it('takes a new traffic type, which has to be named', async () => {
    const { user, onSend, choose, save } = change()
    await choose('A new one')
    await save()
    expect(onSend).not.toHaveBeenCalled()
    await user.type(screen.getByRole('textbox', { name: 'New traffic type' }), 'Warm')
    await save()
    expect(onSend).toHaveBeenCalledWith(expect.objectContaining({ trafficType: { name: 'Warm' } }))
  })
})
