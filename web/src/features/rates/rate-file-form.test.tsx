import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { RateFileForm, type RateFileFormProps } from './rate-file-form.tsx'

const report = {
  days: 2,
  from: '2026-11-19',
  to: '2026-11-20',
  currencies: ['JPY', 'USD'],
  rates: 4,
  added: 3,
  changed: 1,
}
const limits = { mostRates: 4, mostCharacters: 10_000, from: '2026-11-01' }

const open = (answer: RateFileFormProps['onSend'] = async () => ({ ok: true, report })) => {
  const onSend = vi.fn(answer)
  const onDone = vi.fn()
  return { ...show(<RateFileForm limits={limits} onSend={onSend} onDone={onDone} />), onSend, onDone }
}

const table = (rows: readonly string[]) => `Date,USD,JPY,\n${rows.map((day) => `${day},1.08,163,\n`).join('')}`
const choose = (user: ReturnType<typeof open>['user'], text: string) =>
  user.upload(screen.getByLabelText('File of rates'), new File([text], 'eurofxref-hist.csv', { type: 'text/csv' }))

describe('a file of rates', () => {
  it('is looked at before it is saved, and saved as it was looked at', async () => {
    const { user, onSend, onDone, container } = open()
    await choose(user, table(['2026-11-20', '2026-11-19']))
    expect((await screen.findByLabelText('What the file holds')).textContent).toMatch(
      /Days2: Nov 19 – 20.*Currencies2: JPY, USD.*Rates4New3Different1, which/,
    )
    await expectAccessible(container)
    expect(onSend.mock.calls.map(([piece]) => piece.dryRun)).toEqual([true])
    await user.click(screen.getByRole('button', { name: 'Save these rates' }))
    expect(onSend.mock.calls[1]?.[0]).toEqual({ ...onSend.mock.calls[0]?.[0], dryRun: false })
    expect(onDone).toHaveBeenCalledExactlyOnceWith(report)
  })

  it('that is large is sent in parts, without the days before those that are needed, and told as one', async () => {
    const { user, onSend } = open(async ({ content }) => {
      const days = content
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.slice(0, 10))
        .sort()
      return {
        ok: true,
        report: { ...report, days: days.length, from: days[0] ?? '', to: days.at(-1) ?? '', rates: 2 * days.length },
      }
    })
    await choose(user, table(['2026-11-20', '2026-11-19', '2026-11-18', '2026-10-30']))
    const held = await screen.findByLabelText('What the file holds')
    expect(held.textContent).toMatch(/Days3: Nov 18 – 20.*Rates6/)
    expect(held.textContent).toMatch(/One day from before your first payment is left out/)
    expect(onSend).toHaveBeenCalledTimes(2)
  })

  it('that is refused says why, in the server’s words, and may be chosen again', async () => {
    const { user, onDone } = open(async () => ({ ok: false, message: 'Line 3: “x” is no rate such as 1.0842.' }))
    await choose(user, 'Date,USD,\n')
    expect(await screen.findByText('Line 3: “x” is no rate such as 1.0842.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Save these rates' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeDefined()
    expect(onDone).not.toHaveBeenCalled()
  })

  it('that is saved again after a failure is the same act', async () => {
    let fails = true
    const { user, onSend } = open(async ({ dryRun }) =>
      dryRun || !fails ? { ok: true, report } : { ok: false, message: 'The server is not there' },
    )
    await choose(user, table(['2026-11-20']))
    await user.click(await screen.findByRole('button', { name: 'Save these rates' }))
    await screen.findByText('The server is not there')
    fails = false
    await user.click(screen.getByRole('button', { name: 'Save these rates' }))
    const ids = onSend.mock.calls.filter(([{ dryRun }]) => !dryRun).map(([{ attemptId }]) => attemptId)
    expect(ids).toHaveLength(2)
    expect(new Set(ids).size).toBe(1)
  })
})
