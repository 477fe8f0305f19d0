import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../test/expect-accessible.ts'
import { show } from '../test/show.tsx'
import { MoneyField } from './money-field.tsx'

function Page({ signed = false }: { signed?: boolean }) {
  const [value, setValue] = useState('')
  return <MoneyField label="Cash collected" currency="USD" value={value} onChange={setValue} signed={signed} />
}

describe('the money field', () => {
  it('sets an amount out when it is left', async () => {
    const { user, container } = show(<Page />)
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Cash collected' })
    await user.type(field, '3000')
    await user.tab()
    expect(field.value).toBe('3,000.00')
    await expectAccessible(container)
  })

  it('takes less than nothing only where that can be', async () => {
    const { user } = show(<Page signed />)
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Cash collected' })
    await user.type(field, '-50')
    await user.tab()
    expect(field.value).toBe('-50.00')
    expect(field.getAttribute('aria-invalid')).toBeNull()
  })

  it('keeps what is no amount, says so, and takes it back once it is mended', async () => {
    const { user } = show(<Page />)
    const field = screen.getByRole<HTMLInputElement>('textbox', { name: 'Cash collected' })
    await user.type(field, '12,0x')
    await user.tab()
    expect(field.value).toBe('12,0x')
    expect(field.getAttribute('aria-invalid')).toBe('true')
    expect(document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      'Enter an amount, such as 1,200.00',
    )
    await user.clear(field)
    expect(field.getAttribute('aria-invalid')).toBeNull()
  })
})
