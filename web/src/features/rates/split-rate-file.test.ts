import { describe, expect, it } from 'vitest'
import { splitRateFile } from './split-rate-file.ts'

const table = 'Date,USD,JPY,\n2026-11-20,1.0842,163.55,\n2026-11-19,1.0811,N/A,\n2026-11-18,1.079,162.4,\n'
const day = (date: string) =>
  `<Cube time="${date}"><Cube currency="USD" rate="1.08"/><Cube currency="JPY" rate="163"/></Cube>`
const envelope = `<?xml version="1.0"?><gesmes:Envelope><Cube>${day('2026-11-20')}${day('2026-11-19')}${day('2026-11-18')}</Cube></gesmes:Envelope>`
const all = { mostRates: 100, mostCharacters: 10_000 }

describe('a file of rates', () => {
  it.each([table, envelope, 'anything', ''])('that is small enough is sent as it is, whatever it holds', (text) => {
    expect(splitRateFile(text, { ...all, from: '2027-01-01' })).toEqual({ texts: [text], leftOut: 0 })
  })

  it('that is a table is cut between its lines, each piece with the head', () => {
    expect(splitRateFile(table, { ...all, mostRates: 3 }).texts).toEqual([
      'Date,USD,JPY,\n2026-11-20,1.0842,163.55,\n2026-11-19,1.0811,N/A,\n',
      'Date,USD,JPY,\n2026-11-18,1.079,162.4,\n',
    ])
  })

  it('that is an envelope is cut between its days, each piece an envelope', () => {
    const { texts } = splitRateFile(envelope, { ...all, mostRates: 2 })
    expect(texts.map((text) => text.match(/time="[^"]+"/g))).toEqual([
      ['time="2026-11-20"'],
      ['time="2026-11-19"'],
      ['time="2026-11-18"'],
    ])
    for (const text of texts)
      expect(text).toMatch(
        /^<\?xml[^>]*>\n<gesmes:Envelope>\n<Cube>\n<Cube time.*<\/Cube>\n<\/Cube>\n<\/gesmes:Envelope>\n$/s,
      )
  })

  it('that has to be cut goes without the days before those that are needed', () => {
    expect(splitRateFile(table, { ...all, mostRates: 3, from: '2026-11-19' })).toEqual({
      texts: ['Date,USD,JPY,\n2026-11-20,1.0842,163.55,\n2026-11-19,1.0811,N/A,\n'],
      leftOut: 1,
    })
  })

  it('is cut by its length too', () => {
    const { texts } = splitRateFile(table, { ...all, mostCharacters: 50 })
    expect(texts).toHaveLength(3)
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(50)
  })
})
