import { parseRateCsv } from './parse-rate-csv.ts'
import { parseRateXml } from './parse-rate-xml.ts'
import { type RateFile, RateFileError } from './rate-file.ts'

/** The whole history as XML has some ten million characters; no caller may send as much, and no job reads more. */
const mostCharacters = 16_000_000

/** Reads any of the European Central Bank's files of reference rates, by what is in it. Throws RateFileError for everything else. */
export function parseRateFile(text: string): RateFile {
  if (text.length > mostCharacters) throw new RateFileError('The file is larger than any of the European Central Bank’s.')
  const content = text.startsWith('\uFEFF') ? text.slice(1) : text
  if (content.trim() === '') throw new RateFileError('The file is empty.')
  if (content.startsWith('PK')) throw new RateFileError('This is a ZIP archive. Take the file out of it first.')
  return content.trimStart().startsWith('<') ? parseRateXml(content) : parseRateCsv(content)
}
