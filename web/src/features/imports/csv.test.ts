import { describe, expect, it } from 'vitest'
import { CsvError, readCsv } from './csv.ts'

const fieldsOf = (text: string) => readCsv(text).map(({ fields }) => fields)

describe('a comma-separated file', () => {
  it('is read with any line end, with or without one at its end', () => {
    for (const text of ['a,b\r\nc,d\r\n', 'a,b\nc,d', 'a,b\rc,d\r', '\ufeffa,b\nc,d\n']) {
      expect(fieldsOf(text)).toEqual([
        ['a', 'b'],
        ['c', 'd'],
      ])
    }
  })

  it('holds separators, line ends and quotes inside of quotes', () => {
    expect(fieldsOf('"Brandt, Hannah","said ""yes""","two\r\nlines"\n"",x,')).toEqual([
      ['Brandt, Hannah', 'said "yes"', 'two\r\nlines'],
      ['', 'x', ''],
    ])
  })

  it('takes a quote inside a field without quotes as it stands', () => {
    expect(fieldsOf('5" pipe,b')).toEqual([['5" pipe', 'b']])
  })

  it('keeps empty fields, and leaves out empty lines', () => {
    expect(fieldsOf('a,,\n\n,\n"quoted"\n')).toEqual([['a', '', ''], ['', ''], ['quoted']])
  })

  it('is parted by semicolons or tabs where its first line is', () => {
    expect(fieldsOf('name;e-mail\n"a;b";c,d')).toEqual([
      ['name', 'e-mail'],
      ['a;b', 'c,d'],
    ])
    expect(fieldsOf('name\temail\nA, B\tc')).toEqual([
      ['name', 'email'],
      ['A, B', 'c'],
    ])
    expect(fieldsOf('"a;b;c",d\ne,f')).toEqual([
      ['a;b;c', 'd'],
      ['e', 'f'],
    ])
  })

  it.each([
    ['sep=;\r\nname;e-mail\r\nBrandt, Hannah;h@b.co', ';'],
    ['\ufeffsep=,\nname,e-mail\n"Brandt, Hannah",h@b.co', ','],
    ['"sep=\t"\r\nname\te-mail\r\nBrandt, Hannah\th@b.co', 'tab'],
    ['SEP=|\nname|e-mail\nBrandt, Hannah|h@b.co', '|'],
  ])('is parted by what a line above its head names: %j', (text) => {
    expect(readCsv(text)).toEqual([
      { line: 2, fields: ['name', 'e-mail'] },
      { line: 3, fields: ['Brandt, Hannah', 'h@b.co'] },
    ])
  })

  it('has no records where it names a separator alone, and names none in a head', () => {
    expect(readCsv('sep=;\n')).toEqual([])
    expect(fieldsOf('sep=a b,email\nx,y')).toEqual([
      ['sep=a b', 'email'],
      ['x', 'y'],
    ])
  })

  it('knows on which line of the file a record begins', () => {
    expect(readCsv('a\n\n"x\ny",z\r\nb').map(({ line }) => line)).toEqual([1, 3, 5])
  })

  it('says where it is broken', () => {
    expect(() => readCsv('a,b\nc,"d\ne')).toThrow(new CsvError('The quote that opens on line 2 is never closed'))
    expect(() => readCsv('a\n"b" c\n')).toThrow(new CsvError('There is text after a closing quote on line 2'))
  })

  it('reads a large file in one go', () => {
    const rows = Array.from({ length: 50_000 }, (_, row) => `"Lead ${row}",lead-${row}@example.com,+1555${row}`)
    expect(readCsv(rows.join('\r\n'))).toHaveLength(50_000)
  })

  it('has no records where there is nothing', () => {
    expect(readCsv('')).toEqual([])
    expect(readCsv('\n\r\n')).toEqual([])
  })
})
