import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { FormResult } from '../../lib/form-result.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { PackageForm } from './package-form.tsx'
import { emptyPackage, packageSchema, toPackageInput, valuesOf, type PackageValues } from './package-values.ts'
import { planSum } from './plan-sum.ts'

const usd = (amount: string) => ({ amount, currency: 'USD' })
const begin = (values = emptyPackage('USD'), result: FormResult<keyof PackageValues> = { ok: true }) => {
  const onSend = vi.fn<(values: PackageValues) => Promise<typeof result>>(() => Promise.resolve(result))
  const onDone = vi.fn()
  const shown = show(
    <PackageForm
      values={values}
      submitLabel="Add package"
      onSend={onSend}
      onDone={onDone}
      onCancel={() => undefined}
    />,
  )
  return { ...shown, onSend, onDone, send: () => shown.user.click(screen.getByRole('button', { name: 'Add package' })) }
}

describe('the form of a package', () => {
  it('sends a name, a price and every way in which it may be paid', async () => {
    const { user, send, onSend, onDone, container } = begin({ ...emptyPackage('USD'), price: '9,000', deposit: '500' })
    await user.type(screen.getByLabelText('Name'), 'Growth')
    await user.click(screen.getByLabelText('In instalments'))
    await user.type(screen.getByLabelText('Each'), '3200')
    await user.click(screen.getByLabelText('With a deposit first'))
    await expectAccessible(container)
    await send()
    await waitFor(() => expect(onDone).toHaveBeenCalled())
    const [values] = onSend.mock.calls[0] ?? []
    expect(values && toPackageInput(values)).toEqual({
      name: 'Growth',
      description: null,
      price: usd('9000.00'),
      paidInFull: true,
      instalments: { count: 3, amount: usd('3200.00'), every: 1, interval: 'MONTH' },
      deposit: usd('500.00'),
    })
  })

  it('says at each field what cannot be, and sends nothing', async () => {
    const { send, onSend, container } = begin({
      ...emptyPackage('JPY'),
      hasInstalments: true,
      count: '1',
      instalment: '10.5',
    })
    await send()
    expect(await screen.findByText('Give it a name')).toBeTruthy()
    expect(screen.getByText('From 2 to 120')).toBeTruthy()
    expect(screen.getByText('JPY has no digits after the point')).toBeTruthy()
    expect(onSend).not.toHaveBeenCalled()
    await expectAccessible(container)
  })

  it('asks how it can be paid where no way is left', async () => {
    const { user, send, onSend } = begin({ ...emptyPackage('USD'), name: 'Growth', price: '9000' })
    await user.click(screen.getByLabelText('In full'))
    await send()
    expect(await screen.findByText('Say how it can be paid: in full, in instalments, or either')).toBeTruthy()
    expect(onSend).not.toHaveBeenCalled()
  })

  it('shows a refusal at its field and keeps what was typed', async () => {
    const taken = { ok: false, field: 'name', message: 'Another package has this name' } as const
    const { send, onDone } = begin({ ...emptyPackage('USD'), name: 'Growth', price: '9000' }, taken)
    await send()
    expect(await screen.findByText('Another package has this name')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Growth')
    expect(onDone).not.toHaveBeenCalled()
  })

  it('begins with a package as it stands', () => {
    const row = {
      __typename: 'Package' as const,
      id: 'p1',
      name: 'Growth',
      description: null,
      price: { __typename: 'Money' as const, amount: '900.000', currency: 'KWD' },
      paidInFull: false,
      instalments: {
        __typename: 'PackageInstalments' as const,
        count: 4,
        amount: { __typename: 'Money' as const, amount: '225.125', currency: 'KWD' },
        every: 14,
        interval: 'DAY' as const,
      },
      deposit: null,
      retiredAt: null,
      formCount: 1,
      paymentCount: 0,
    }
    const kwd = (amount: string) => ({ amount, currency: 'KWD' })
    expect(toPackageInput(valuesOf(row))).toEqual({
      name: 'Growth',
      description: null,
      price: kwd('900.000'),
      paidInFull: false,
      instalments: { count: 4, amount: kwd('225.125'), every: 14, interval: 'DAY' },
      deposit: null,
    })
    // Some browsers show no digits of these currencies, and the API writes two of them.
    for (const currency of ['HUF', 'PKR', 'COP', 'IDR']) {
      const price = { __typename: 'Money' as const, amount: '3000.00', currency }
      const values = valuesOf({ ...row, price, paidInFull: true, instalments: null })
      expect(packageSchema.safeParse(values).success).toBe(true)
      expect(toPackageInput(values).price).toEqual({ amount: '3000.00', currency })
    }
  })
})

describe('a package as it is typed', () => {
  const refused = (change: Partial<PackageValues>) => {
    const read = packageSchema.safeParse({ ...emptyPackage('USD'), name: 'Growth', price: '9,000.00', ...change })
    return read.success ? [] : read.error.issues.map(({ path }) => path.join('.'))
  }

  it('is refused at each field that cannot be', () => {
    expect(refused({})).toEqual([])
    expect(refused({ name: ' ', price: 'a lot' })).toEqual(['name', 'price'])
    expect(refused({ price: '0' })).toEqual(['price'])
    expect(refused({ paidInFull: false })).toEqual(['paidInFull'])
    expect(refused({ hasInstalments: true, instalment: '9000.01', count: '121', every: '0' })).toEqual([
      'instalment',
      'count',
      'every',
    ])
    expect(refused({ hasInstalments: true, instalment: '3000', count: '2.5', every: '1' })).toEqual(['count'])
    expect(refused({ takesDeposit: true, deposit: '9000' })).toEqual(['deposit'])
  })

  it('is not asked about what is switched off', () => {
    expect(refused({ instalment: 'a lot', count: 'few', deposit: 'some' })).toEqual([])
  })
})

describe('what a plan comes to', () => {
  const plan = (change: Partial<PackageValues>) =>
    planSum({ ...emptyPackage('USD'), price: '9,000', count: '3', ...change })

  it('is said beside the price', () => {
    expect(plan({ instalment: '3000' })).toBe('Together $9,000.00, the price.')
    expect(plan({ instalment: '3200' })).toBe('Together $9,600.00, $600.00 more than the price.')
    expect(plan({ instalment: '2500' })).toBe('Together $7,500.00, $1,500.00 less than the price.')
    expect(plan({ price: '', instalment: '3200' })).toBe('Together $9,600.00.')
    expect(plan({ price: '9.5', currency: 'KWD', instalment: '3.125' })).toBe(
      'Together KWD\u00a09.375, KWD\u00a00.125 less than the price.',
    )
    expect(plan({ price: '900', currency: 'JPY', instalment: '300' })).toBe('Together ¥900, the price.')
  })

  it('is not said while it cannot be read', () => {
    expect(plan({ instalment: '' })).toBe('')
    expect(plan({ instalment: '300', count: 'a few' })).toBe('')
  })
})
