import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { OptionForm, type OptionValues } from './option-form.tsx'

const begin = (values: OptionValues, outcomeFixed?: string) => {
  const onSend = vi.fn<(values: OptionValues) => Promise<{ ok: true }>>(() => Promise.resolve({ ok: true }))
  const shown = show(
    <OptionForm
      values={values}
      {...(outcomeFixed !== undefined && { outcomeFixed })}
      submitLabel="Save"
      onSend={onSend}
      onDone={() => undefined}
      onCancel={() => undefined}
    />,
  )
  return { ...shown, onSend, send: () => shown.user.click(screen.getByRole('button', { name: 'Save' })) }
}

describe('the form of an outcome', () => {
  it('sends its name, what it means and its colour', async () => {
    const { user, send, onSend, container } = begin({ label: '', color: 'SLATE', outcome: 'CLOSED' })
    await send()
    expect(await screen.findByText('Give it a name')).toBeTruthy()
    await user.type(screen.getByLabelText('Name'), ' Thinking it over ')
    await user.click(screen.getByRole('button', { name: /^Means/ }))
    await user.click(await screen.findByRole('option', { name: 'Offer made' }))
    await user.click(screen.getByRole('radio', { name: 'Gold' }))
    await expectAccessible(container)
    await send()
    await waitFor(() =>
      expect(onSend).toHaveBeenCalledWith({ label: 'Thinking it over', color: 'GOLD', outcome: 'OFFER_MADE' }),
    )
  })

  it('says why what it means is fixed, and leaves the rest to be changed', async () => {
    const why = '12 forms say it, so what it means stays.'
    const { user, send, onSend } = begin({ label: 'Won', color: 'GREEN', outcome: 'CLOSED' }, why)
    expect(screen.getByText(why)).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: /^Means/ }).disabled).toBe(true)
    await user.clear(screen.getByLabelText('Name'))
    await user.type(screen.getByLabelText('Name'), 'Sold')
    await send()
    await waitFor(() => expect(onSend).toHaveBeenCalledWith({ label: 'Sold', color: 'GREEN', outcome: 'CLOSED' }))
  })

  it('asks a status for no meaning', async () => {
    const { send, onSend } = begin({ label: 'Nurture', color: 'LILAC', outcome: null })
    expect(screen.queryByText('Means')).toBeNull()
    await send()
    await waitFor(() => expect(onSend).toHaveBeenCalledWith({ label: 'Nurture', color: 'LILAC', outcome: null }))
  })
})
