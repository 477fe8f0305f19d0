import { RateDays, type RateFile, RateFileError, readCurrency, readDay, readRate, shorten } from './rate-file.ts'

const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']

/**
 * Reads the table inside of eurofxref.zip (one day, written `20 November 2026`) and eurofxref-hist.zip (`2026-11-20`): a head of
 * currencies, a comma at the end of each line, `N/A` where a currency has no rate. Throws RateFileError, naming the line.
 */
export function parseRateCsv(text: string): RateFile {
  const lines = text.split(/\r?\n/)
  const [head = [], ...rows] = lines.map(cellsOf)
  if (head[0]?.toLowerCase() !== 'date')
    throw new RateFileError('This is not the European Central Bank’s table: it begins with “Date” and the currencies.', 1)
  const currencies = head.slice(1).map((text) => readCurrency(text, 1))
  const twice = currencies.find((currency, index) => currencies.indexOf(currency) !== index)
  if (twice !== undefined) throw new RateFileError(`${twice} has two columns.`, 1)
  const days = new RateDays()
  rows.forEach((cells, index) => {
    const line = index + 2
    if (cells.length === 0) return
    if (cells.length !== head.length)
      throw new RateFileError(`There are ${cells.length} cells, and the head has ${head.length}. The file is not whole.`, line)
    const day = days.begin(readDay(isoDay(cells[0] ?? '', line), line), line)
    currencies.forEach((currency, column) => {
      const cell = cells[column + 1] ?? ''
      if (cell !== 'N/A') day.add(currency, readRate(cell, line), line)
    })
  })
  return days.end()
}

/** The cells of a line, without the empty one after its last comma; none of an empty line. */
function cellsOf(line: string): string[] {
  if (line.trim() === '') return []
  const cells = line.split(',').map((cell) => cell.trim())
  if (cells.at(-1) === '') cells.pop()
  return cells
}

function isoDay(text: string, line: number): string {
  const [, date, name, year] = /^(\d{1,2}) ([A-Za-z]+) (\d{4})$/.exec(text) ?? []
  if (date === undefined || name === undefined || year === undefined) return text
  const month = months.indexOf(name.toLowerCase())
  if (month === -1) throw new RateFileError(`“${shorten(text)}” is no day such as 20 November 2026.`, line)
  return `${year}-${String(month + 1).padStart(2, '0')}-${date.padStart(2, '0')}`
}
