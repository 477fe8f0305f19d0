import { screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import type { Period } from '../lib/period.ts'
import { expectAccessible } from '../test/expect-accessible.ts'
import { show } from '../test/show.tsx'
import { PeriodPicker } from './period-picker.tsx'

function Page() {
  const [value, setValue] = useState<Period>({ from: '2026-11-01', to: '2026-11-20' })
  return (
    <>
      <PeriodPicker value={value} onChange={setValue} today="2026-11-20" />
      <p data-testid="value">{`${value.from} ${value.to}`}</p>
    </>
  )
}

const open = async () => {
  const shown = show(<Page />)
  await shown.user.click(screen.getByRole('button', { name: /^Period/ }))
  return shown
}

describe('the period picker', () => {
  it('says the period with its year and marks the preset that it is', async () => {
    await open()
    expect(screen.getByRole('button', { name: 'Period: Nov 1 – 20, 2026', hidden: true })).toBeTruthy()
    expect(screen.getByRole('button', { name: 'This month' }).getAttribute('aria-pressed')).toBe('true')
  })

  it('takes a preset at once and closes', async () => {
    const { user } = await open()
    await user.click(screen.getByRole('button', { name: 'Last month' }))
    expect(screen.getByTestId('value').textContent).toBe('2026-10-01 2026-10-31')
    expect(screen.queryByRole('button', { name: 'Last month' })).toBeNull()
  })

  it('takes two days of its own', async () => {
    const { user } = await open()
    const from = screen.getByLabelText('From')
    await user.clear(from)
    await user.type(from, '2026-11-05')
    await user.click(screen.getByRole('button', { name: 'Apply' }))
    expect(screen.getByTestId('value').textContent).toBe('2026-11-05 2026-11-20')
  })

  it('refuses a period that ends before it begins, and keeps what was typed', async () => {
    const { user } = await open()
    const to = screen.getByLabelText<HTMLInputElement>('To')
    await user.clear(to)
    await user.type(to, '2026-10-01')
    await user.click(screen.getByRole('button', { name: 'Apply' }))
    expect(screen.getByText('The last day is before the first')).toBeTruthy()
    expect(to.value).toBe('2026-10-01')
    expect(screen.getByTestId('value').textContent).toBe('2026-11-01 2026-11-20')
  })

  it('closes by Esc, and has nothing that axe finds', async () => {
    const { user } = await open()
    await expectAccessible(screen.getByRole('dialog', { name: 'Period' }))
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
