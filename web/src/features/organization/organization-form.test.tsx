import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { OrganizationForm, type OrganizationFormProps } from './organization-form.tsx'

const settings = {
  name: 'Kestrel Academy',
  timeZone: 'America/New_York',
  currency: 'USD',
  attributionWindowDays: 90,
  reportMatchDays: 3,
  deliveryBodyDays: 90,
}

const change = (answer: OrganizationFormProps['onSend'] = async () => ({ ok: true })) => {
  const onSend = vi.fn(answer)
  const shown = show(<OrganizationForm settings={settings} onSend={onSend} onDone={() => undefined} />)
  return { onSend, save: screen.getByRole<HTMLButtonElement>('button', { name: 'Save the settings' }), ...shown }
}

const box = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name })

describe('the organization’s settings', () => {
  it('sends what was changed alone, so that nothing else is counted anew', async () => {
    const { user, onSend, save, container } = change()
    await expectAccessible(container)
    expect(save.disabled).toBe(true)
    await user.clear(box('Attribution window'))
    await user.type(box('Attribution window'), '60')
    await user.click(save)
    expect(onSend).toHaveBeenCalledWith({ attributionWindowDays: 60 })
  })

  it.each(['0', '731', '1.5', '', 'many'])('takes no window of “%s” days', async (text) => {
    const { user, onSend, save } = change()
    await user.clear(box('Attribution window'))
    if (text !== '') await user.type(box('Attribution window'), text)
    await user.click(save)
    expect(onSend).not.toHaveBeenCalled()
    expect(screen.getByText('Enter a whole number from 1 to 730')).toBeDefined()
  })

  it('says at the currency why it is refused, and keeps what was chosen', async () => {
    const message = 'This is no currency that we know'
    const { user, save } = change(async () => ({ ok: false, field: 'currency', message }))
    await user.click(screen.getByRole('button', { name: /^Reporting currency: USD/ }))
    await user.keyboard('euro{Enter}')
    await user.click(save)
    expect(screen.getByText(message)).toBeDefined()
    expect(screen.getByRole('button', { name: /^Reporting currency: EUR/ })).toBeDefined()
  })
})
