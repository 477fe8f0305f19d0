import type { FieldDefinition, FieldKind } from '@clinch/schema/fields'
import { describe, expect, it } from 'vitest'
import { readCsv } from './csv.ts'
import { matchColumns, matchOwnColumns } from './lead-columns.ts'
import { checkRows, isTooMuch, toSent } from './lead-rows.ts'
import { decodeText } from './read-file.ts'

const field = (kind: FieldKind, label: string, key = kind as string): FieldDefinition => ({
  key,
  kind,
  label,
  help: null,
  required: false,
  shownIf: null,
  options:
    kind === 'select' || kind === 'multi_select'
      ? [
          { key: 'hot', label: 'Hot', color: null },
          { key: 'a_b', label: 'Cold, not yet', color: null },
        ]
      : [],
})
const fields: readonly FieldDefinition[] = [
  field('number', 'Budget per month', 'budget'),
  field('money', 'Deal size'),
  field('boolean', 'Member'),
  field('date', 'Renewal'),
  field('select', 'Stage'),
  field('multi_select', 'Interests'),
  field('url', 'Website'),
]

describe('the columns of a file', () => {
  it('are found by what they are usually called', () => {
    expect(matchColumns(['Phone Number', 'E-mail', 'Full name', 'Notes'])).toEqual({
      name: 2,
      lastName: null,
      email: 1,
      phone: 0,
    })
    expect(matchColumns(['contact_email', 'Contact Name', 'mobile'])).toMatchObject({ name: 1, email: 0, phone: 2 })
  })

  it('make one name of two', () => {
    expect(matchColumns(['First Name', 'Last Name', 'Email'])).toEqual({ name: 0, lastName: 1, email: 2, phone: null })
    expect(matchColumns(['Name', 'Last name', 'Email'])).toMatchObject({ name: 0, lastName: null })
  })

  it('are nowhere where nothing says so', () => {
    expect(matchColumns(['A', 'B'])).toEqual({ name: null, lastName: null, email: null, phone: null })
  })
})

describe('the rows of a file', () => {
  const check = (text: string) => {
    const [head, ...records] = readCsv(text)
    const columns = matchOwnColumns(head?.fields ?? [], fields)
    return checkRows(records, matchColumns(head?.fields ?? []), { fields, columns, currency: 'USD' })
  }

  it('are leads, trimmed', () => {
    expect(check('first name,last name,email,phone\n Hannah , Brandt ,h@brandt.example, \n')).toEqual([
      { line: 2, row: { name: 'Hannah Brandt', email: 'h@brandt.example', phone: null, own: {} }, problems: [] },
    ])
  })

  it('say what is wrong with them, line by line', () => {
    const rows = check(
      ['name,email,phone', ',a@b.co,', 'Ana,ana.example.com,', 'Bo,,12', 'Cy,,', 'Di,,(0)170 1234567', 'Ed'].join('\n'),
    )
    expect(rows.map(({ line, problems }) => [line, ...problems])).toEqual([
      [2, 'No name'],
      [3, '“ana.example.com” is no email address'],
      [4, '“12” is no phone number'],
      [5, 'No email address and no phone number'],
      [6],
      [7, 'No email address and no phone number'],
    ])
  })
})

describe('own fields in a file', () => {
  const ownOf = (head: string, cell: string) => {
    const [top, ...records] = readCsv(`name,email,${head}\nAda,a@b.co,"${cell}"`)
    const columns = matchOwnColumns(top?.fields ?? [], fields)
    const [checked] = checkRows(records, matchColumns(top?.fields ?? []), { fields, columns, currency: 'USD' })
    return checked?.problems.length === 0 ? checked.row.own : checked?.problems
  }

  it.each([
    ['Budget per month', ' 1,200.5 ', { budget: 1200.5 }],
    ['budget', '3', { budget: 3 }],
    ['Deal size', '$1,200', { money: { amount: '1200.00', currency: 'USD' } }],
    ['Deal size', 'EUR 900.5', { money: { amount: '900.50', currency: 'EUR' } }],
    ['Deal size', '1200 JPY', { money: { amount: '1200', currency: 'JPY' } }],
    ['Member', 'YES', { boolean: true }],
    ['Member', '0', { boolean: false }],
    ['Renewal', '2026-02-28', { date: '2026-02-28' }],
    ['Stage', 'hot', { select: 'hot' }],
    ['stage', 'A_B', { select: 'a_b' }],
    ['Interests', 'Cold, not yet', { multi_select: ['a_b'] }],
    ['Interests', 'hot; a_b', { multi_select: ['hot', 'a_b'] }],
    ['Website', 'example.com/a', { url: 'https://example.com/a' }],
    ['Website', ' ', {}],
    ['Nothing of ours', 'x', {}],
  ])('are found by label or key and read by their kind: %s, %s', (head, cell, own) => {
    expect(ownOf(head, cell)).toEqual(own)
  })

  it.each([
    ['Budget per month', 'a lot', 'Budget per month: “a lot” is no number'],
    ['Deal size', 'free', 'Deal size: “free” is no amount'],
    ['Member', 'perhaps', 'Member: “perhaps” is neither yes nor no'],
    ['Renewal', '28/02/2026', 'Renewal: “28/02/2026”. Write a day as YYYY-MM-DD'],
    ['Stage', 'lukewarm', 'Stage: “lukewarm” is none of the options'],
    ['Interests', 'hot; lukewarm', 'Interests: “lukewarm” is none of the options'],
  ])('are refused where they are none of their kind: %s, %s', (head, cell, problem) => {
    expect(ownOf(head, cell)).toEqual([problem])
  })

  it('are sent as the API takes them, and not where a row says nothing of them', () => {
    const row = { name: 'Ada', email: 'a@b.co', phone: null }
    expect(toSent({ ...row, own: {} }, fields)).toEqual(row)
    expect(toSent({ ...row, own: { budget: 3, multi_select: ['hot'] } }, fields)).toEqual({
      ...row,
      customFields: [
        { key: 'budget', number: 3 },
        { key: 'multi_select', options: ['hot'] },
      ],
    })
    const long = toSent({ ...row, own: { url: `https://example.com/${'a'.repeat(1_900)}` } }, fields)
    expect([isTooMuch(Array(100).fill(long)), isTooMuch(Array(1_000).fill(long))]).toEqual([false, true])
  })
})

describe('a file’s text', () => {
  it('is read in the encodings that spreadsheets write', () => {
    expect(decodeText(new TextEncoder().encode('Zoë'))).toBe('Zoë')
    expect(decodeText(Uint8Array.of(0x5a, 0x6f, 0xeb))).toBe('Zoë')
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x5a, 0x00, 0xeb, 0x00)).replace('\ufeff', '')).toBe('Zë')
  })
})
