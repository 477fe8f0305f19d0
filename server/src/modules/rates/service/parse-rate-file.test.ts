import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parseRateFile } from './parse-rate-file.ts'
import { RateFileError } from './rate-file.ts'

const fixture = (name: string): string => readFileSync(new URL(`../../../../test/fixtures/rates/${name}`, import.meta.url), 'utf8')

const wrong = (text: string): string => {
  try {
    parseRateFile(text)
  } catch (error) {
    if (error instanceof RateFileError) return error.message
    throw error
  }
  throw new Error('It was read')
}

const oneDay = {
  days: [
    {
      day: '2026-11-20',
      rates: [
        { currency: 'USD', perEuro: '1.0842' },
        { currency: 'JPY', perEuro: '163.55' },
        { currency: 'GBP', perEuro: '0.83170' },
        { currency: 'KRW', perEuro: '1512.37' },
        { currency: 'IDR', perEuro: '17164.02' },
      ],
    },
  ],
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n<gesmes:Envelope>\n<Cube>\n'
const tail = '\n</Cube>\n</gesmes:Envelope>'
const usd = '<Cube currency="USD" rate="1.08"/>'
const around = (inner: string) => `${head}${inner}${tail}`

describe('a file of the European Central Bank', () => {
  it('of a day is read alike from its envelope and from its table', () => {
    expect(parseRateFile(fixture('eurofxref-daily.xml'))).toEqual(oneDay)
    expect(parseRateFile(fixture('eurofxref.csv'))).toEqual(oneDay)
  })

  it('of many days is read in the order of the file, though it be one line', () => {
    const { days } = parseRateFile(fixture('eurofxref-hist-90d.xml'))
    expect(days.map(({ day, rates }) => [day, rates.length])).toEqual([
      ['2026-11-20', 3],
      ['2026-11-19', 3],
      ['2026-11-18', 3],
    ])
    expect(days[1]?.rates[2]).toEqual({ currency: 'GBP', perEuro: '0.83095' })
  })

  it('leaves out currencies that had no rate, and keeps those that are no more', () => {
    const { days } = parseRateFile(fixture('eurofxref-hist.csv'))
    expect(days.map(({ rates }) => rates.map(({ currency }) => currency).join(' '))).toEqual([
      'USD JPY GBP',
      'USD JPY GBP',
      'USD JPY GBP CYP EEK',
    ])
  })

  it('may begin with a byte order mark and end its lines as Windows does', () => {
    expect(parseRateFile(`\uFEFF${fixture('eurofxref.csv').replaceAll('\n', '\r\n')}`)).toEqual(oneDay)
    expect(parseRateFile(`\uFEFF${fixture('eurofxref-daily.xml').replaceAll('\n', '\r\n')}`)).toEqual(oneDay)
  })

  it.each([
    ['nothing', '  \n', 'The file is empty.'],
    ['an archive', 'PK\u0003\u0004', 'This is a ZIP archive. Take the file out of it first.'],
    ['another table', 'day;usd\n', 'Line 1: This is not the European Central Bank’s table: it begins with “Date” and the currencies.'],
    ['another document', '<html></html>', 'Line 1: This is not the European Central Bank’s file: it is no gesmes:Envelope.'],
    [
      'a document type',
      '<!DOCTYPE x [<!ENTITY a "b">]><gesmes:Envelope/>',
      'Line 1: Document types, entities, comments and instructions are not read.',
    ],
    ['a section', around('<![CDATA[x]]>'), 'Line 4: Document types, entities, comments and instructions are not read.'],
    ['an entity between the tags', around('&lol;'), 'Line 4: “&lol;” stands where nothing may.'],
    [
      'an entity in a name',
      `<gesmes:Envelope><gesmes:subject>\n&lol;</gesmes:subject></gesmes:Envelope>`,
      'Line 2: Entities are not read.',
    ],
    [
      'an entity in a rate',
      around('<Cube time="2026-11-20">\n<Cube currency="USD" rate="&lol;"/></Cube>'),
      'Line 5: “<Cube currency="USD" rate="&lo…” is no tag.',
    ],
    ['words among the rates', around(`<Cube time="2026-11-20">\n${usd}\nhello</Cube>`), 'Line 6: “hello” stands where nothing may.'],
    ['an element of its own', around('<Script/>'), 'Line 4: <Script> is not known.'],
    ['a file that was cut off', `${head}<Cube time="2026-11-20">${usd}`, 'The file ends before </Cube>. It is not whole.'],
    ['ends that do not fit', `${head}</gesmes:Envelope></Cube>`, 'Line 4: </gesmes:Envelope> ends what <Cube> began.'],
    [
      'two files after each other',
      `${around(`<Cube time="2026-11-20">${usd}</Cube>`)}\n<gesmes:Envelope/>`,
      'Line 7: This is not the European Central Bank’s file: it is no gesmes:Envelope.',
    ],
    ['a rate of no day', around(usd), 'Line 4: A rate stands outside of a day.'],
    ['a rate after its day', around(`<Cube time="2026-11-20">${usd}</Cube>\n${usd}`), 'Line 5: A rate stands outside of a day.'],
    ['a day in a day', around(`<Cube time="2026-11-20">\n<Cube time="2026-11-19">`), 'Line 5: A day stands inside another.'],
    [
      'a day twice',
      around(`<Cube time="2026-11-20">${usd}</Cube>\n<Cube time="2026-11-20">${usd}</Cube>`),
      'Line 5: The day 2026-11-20 stands in the file twice.',
    ],
    ['a currency twice', around(`<Cube time="2026-11-20">${usd}\n${usd}</Cube>`), 'Line 5: USD stands twice under 2026-11-20.'],
    ['a currency without a rate', around('<Cube time="2026-11-20"><Cube currency="USD"/></Cube>'), 'Line 4: A rate lacks its rate.'],
    ['an attribute twice', around('<Cube time="2026-11-20" time="2026-11-19"/>'), 'Line 4: time is said twice.'],
    ['no rate at all', around('<Cube time="2026-11-20"></Cube>'), 'There is no rate in this file.'],
    [
      'the euro itself',
      around('<Cube time="2026-11-20"><Cube currency="EUR" rate="1"/></Cube>'),
      'Line 4: The rates are of the euro, so EUR cannot be among them.',
    ],
    ['a day that never was', 'Date,USD,\n2026-02-30,1.08,\n', 'Line 2: “2026-02-30” is no day such as 2026-11-20.'],
    ['a month that is none', 'Date, USD, \n20 Brumaire 2026, 1.08, \n', 'Line 2: “20 Brumaire 2026” is no day such as 20 November 2026.'],
    ['a day before the euro', 'Date,USD,\n1998-12-31,1.08,\n', 'Line 2: There are no rates from before 4 January 1999.'],
    [
      'a row that was cut off',
      'Date,USD,JPY,\n2026-11-20,1.08,163,\n2026-11-19,1.07\n',
      'Line 3: There are 2 cells, and the head has 3. The file is not whole.',
    ],
    ['a column twice', 'Date,USD,USD,\n', 'Line 1: USD has two columns.'],
    ['a currency that is none', 'Date,US Dollar,\n', 'Line 1: “US Dollar” is no currency such as USD.'],
    ['a rate of nothing', 'Date,USD,\n2026-11-20,0.000,\n', 'Line 2: “0.000” is no rate such as 1.0842.'],
    ['a rate below nothing', 'Date,USD,\n2026-11-20,-1.08,\n', 'Line 2: “-1.08” is no rate such as 1.0842.'],
    ['a rate with an exponent', 'Date,USD,\n2026-11-20,1e9,\n', 'Line 2: “1e9” is no rate such as 1.0842.'],
    [
      'a rate with a decimal comma',
      'Date,USD,\n2026-11-20,"1,08",\n',
      'Line 2: There are 3 cells, and the head has 2. The file is not whole.',
    ],
  ])('is not %s', (_what, text, message) => {
    expect(wrong(text)).toBe(message)
  })

  it('that nests without end or is larger than any is refused, not worked through', () => {
    expect(wrong(`${head}${'<Cube>'.repeat(100_000)}`)).toMatch(/not whole/)
    expect(wrong(`<gesmes:Envelope ${'a="b" '.repeat(100_000)}`)).toMatch(/is no tag/)
    expect(wrong('x'.repeat(16_000_001))).toMatch(/larger than any/)
  })
})
