import { describe, expect, it } from 'vitest'
import { readCsv } from './csv.ts'
import { matchColumns } from './lead-columns.ts'
import { checkRows } from './lead-rows.ts'
import { decodeText } from './read-file.ts'

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
    return checkRows(records, matchColumns(head?.fields ?? []))
  }

  it('are leads, trimmed', () => {
    expect(check('first name,last name,email,phone\n Hannah , Brandt ,h@brandt.example, \n')).toEqual([
      { line: 2, row: { name: 'Hannah Brandt', email: 'h@brandt.example', phone: null }, problems: [] },
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

describe('a file’s text', () => {
  it('is read in the encodings that spreadsheets write', () => {
    expect(decodeText(new TextEncoder().encode('Zoë'))).toBe('Zoë')
    expect(decodeText(Uint8Array.of(0x5a, 0x6f, 0xeb))).toBe('Zoë')
    expect(decodeText(Uint8Array.of(0xff, 0xfe, 0x5a, 0x00, 0xeb, 0x00)).replace('\ufeff', '')).toBe('Zë')
  })
})
