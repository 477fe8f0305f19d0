import type { FieldDefinition } from '@clinch/schema/fields'
import { screen, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { ImportLeads, type ImportLeadsProps } from './import-leads.tsx'

const fields: readonly FieldDefinition[] = [
  { key: 'budget', kind: 'number', label: 'Budget', help: null, required: true, shownIf: null, options: [] },
]

const open = (
  onSend: ImportLeadsProps['onSend'] = async () => ({ ok: true, outcome: { createdCount: 2, knownCount: 0 } }),
) => {
  const send = vi.fn(onSend)
  return { ...show(<ImportLeads fields={fields} currency="USD" onSend={send} />), send }
}

const choose = (user: UserEvent, text: string) =>
  user.upload(screen.getByLabelText('CSV file'), new File([text], 'leads.csv', { type: 'text/csv' }))

const file = 'Full name,E-mail,Note\nHannah Brandt,h@brandt.example,x\nJon Ek,,y\nAda Lin,ada@lin.example,z\n'

describe('importing leads', () => {
  it('shows which rows will not do and why, and sends the others', async () => {
    const { user, send, container } = open()
    await choose(user, file)
    const left = await screen.findByRole('table', { name: 'Rows left out' })
    expect(within(left).getAllByRole('row')[1]?.textContent).toBe('3Jon EkNo email address and no phone number')
    await expectAccessible(container)
    await user.click(screen.getByRole('button', { name: 'Import 2 leads' }))
    expect(send).toHaveBeenCalledExactlyOnceWith(
      'leads.csv',
      [
        { name: 'Hannah Brandt', email: 'h@brandt.example', phone: null },
        { name: 'Ada Lin', email: 'ada@lin.example', phone: null },
      ],
      expect.any(String),
    )
    expect(await screen.findByText('Imported: 2 leads are new.')).toBeTruthy()
  })

  it('asks for the columns that it does not recognise', async () => {
    const { user } = open()
    await choose(user, 'A,B\nHannah,h@brandt.example\n')
    await screen.findByText(/^Choose the column of the name/)
    await user.click(screen.getByRole('button', { name: 'Name: None' }))
    await user.click(screen.getByRole('option', { name: 'A' }))
    await user.click(screen.getByRole('button', { name: 'Email: None' }))
    await user.click(screen.getByRole('option', { name: 'B' }))
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import 1 lead' }).disabled).toBe(false)
  })

  it('brings own fields of columns that are called as they are, or that are chosen, and says which rows lack one', async () => {
    const { user, send } = open()
    await choose(user, 'Name,Email,budget,Spend\nAda,a@b.co,many,3\nBo,b@b.co,1200,\nCy,c@b.co,,\n')
    const left = await screen.findByRole('table', { name: 'Rows left out' })
    expect(within(left).getAllByRole('row')[1]?.textContent).toBe('2AdaBudget: “many” is no number')
    const good = screen.getByRole('table', { name: 'Rows to import' })
    expect(within(good).getAllByRole('row')[1]?.textContent).toContain('1,200')
    expect(screen.getByText(/1 row has no “Budget”/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Budget: budget' }))
    await user.click(screen.getByRole('option', { name: 'Spend' }))
    expect(screen.getByText(/2 rows have no “Budget”/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Import 3 leads' }))
    expect(send.mock.calls[0]?.[1]).toEqual([
      { name: 'Ada', email: 'a@b.co', phone: null, customFields: [{ key: 'budget', number: 3 }] },
      { name: 'Bo', email: 'b@b.co', phone: null },
      { name: 'Cy', email: 'c@b.co', phone: null },
    ])
  })

  it('leaves out the rows that the server refuses, by their line of the file, and sends the others', async () => {
    const problems = [
      { path: 'rows.1.phone', message: 'Row 2: “020 555” is no phone number.' },
      { path: 'rows.2.customFields.budget', message: 'Row 3: This is too large.' },
    ]
    const refusal = { ok: false, message: 'The input does not fit', problems } as const
    const { user, send } = open(async (_, rows) =>
      rows.length === 3 ? refusal : { ok: true, outcome: { createdCount: 1, knownCount: 0 } },
    )
    await choose(user, 'Name,Phone,Budget\nJon,,1\nAda,+44 20 7946 0958,1\nBo,0207 946,1\nCy,+44 20 7946 0959,9\n')
    await user.click(await screen.findByRole('button', { name: 'Import 3 leads' }))
    expect(await screen.findByText(/^Nothing was imported yet: 2 rows were refused/)).toBeTruthy()
    const left = await screen.findByRole('table', { name: 'Rows left out' })
    expect(
      within(left)
        .getAllByRole('row')
        .slice(1)
        .map(({ textContent }) => textContent),
    ).toEqual([
      '2JonNo email address and no phone number',
      '4BoPhone: “020 555” is no phone number',
      '5CyBudget: This is too large',
    ])
    await user.click(screen.getByRole('button', { name: 'Import 1 lead' }))
    expect(send.mock.lastCall?.[1]).toEqual([expect.objectContaining({ name: 'Ada' })])
    expect(await screen.findByText('Imported: 1 lead is new.')).toBeTruthy()
  })

  it('looks again at rows that were refused once they are read from other columns', async () => {
    const { user } = open(async () => ({
      ok: false,
      message: 'The input does not fit',
      problems: [{ path: 'rows.0.email', message: 'Row 1: “h@b” is no e-mail address.' }],
    }))
    await choose(user, file)
    await user.click(await screen.findByRole('button', { name: 'Import 2 leads' }))
    await screen.findByText(/^Nothing was imported yet: one row was refused/)
    await user.click(screen.getByRole('button', { name: 'Name: Full name' }))
    await user.click(screen.getByRole('option', { name: 'Note' }))
    expect(await screen.findByRole('button', { name: 'Import 2 leads' })).toBeTruthy()
    expect(screen.queryByText(/^Nothing was imported/)).toBeNull()
  })

  it('is one import however often it is tried, and keeps the file when it is refused', async () => {
    const wayOut = { label: 'See the plans', to: '/settings?tab=plan' }
    const { user, send } = open(async () => ({ ok: false, message: 'All 100 imports are used', wayOut }))
    await choose(user, file)
    const press = async () => user.click(await screen.findByRole('button', { name: 'Import 2 leads' }))
    await press()
    expect(screen.getByRole('link', { name: 'See the plans' })).toBeTruthy()
    await press()
    expect(send.mock.calls[0]?.[2]).toBe(send.mock.calls[1]?.[2])
  })

  it('says that a larger file has to be split', async () => {
    const { user } = open()
    const rows = Array.from({ length: 1001 }, (_, row) => `Lead ${row},lead-${row}@example.com`)
    await choose(user, ['name,email', ...rows].join('\n'))
    expect(await screen.findByText(/at most 1,000 rows, and these are 1,001/)).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Import 1,001 leads' }).disabled).toBe(true)
  })

  it.each([
    ['', 'This file is empty'],
    ['name,email\n', 'This file has a head, but no row below it'],
    ['name\n"open', 'The quote that opens on line 2 is never closed'],
  ])('says what is wrong with the file %j', async (text, message) => {
    const { user } = open()
    await choose(user, text)
    expect(await screen.findByText(message)).toBeTruthy()
  })
})
