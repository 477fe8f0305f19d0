/** A file that cannot be read as rows, and why, in words. */
export class CsvError extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'CsvError'
  }
}

/** One record: its fields, and the line of the file on which it begins, counted from 1. */
export interface CsvRecord {
  line: number
  fields: readonly string[]
}

const separators = [',', ';', '\t'] as const

/** The line above the head by which a spreadsheet names its separator: `sep=;`. */
const namedSeparator = /^"?sep=([^"\r\n])"?(?=[\r\n]|$)/i

/** The separator of a file: the one that parts its first line most often, outside of quotes; a comma where none does. */
function separatorOf(text: string): string {
  const counts = new Map<string, number>(separators.map((each) => [each, 0]))
  let quoted = false
  for (const character of text) {
    if (character === '"') quoted = !quoted
    else if (!quoted && (character === '\n' || character === '\r')) break
    else if (!quoted && counts.has(character)) counts.set(character, (counts.get(character) ?? 0) + 1)
  }
  return separators.reduce<string>(
    (best, each) => ((counts.get(each) ?? 0) > (counts.get(best) ?? 0) ? each : best),
    ',',
  )
}

/**
 * The records of a comma-separated file after RFC 4180: fields in quotes hold separators, line ends and doubled quotes. Semicolons and
 * tabs part fields too, where the first line says so, and whatever a line above the head names; any line end will do, a byte order mark is
 * skipped, and so are empty lines.
 */
export function readCsv(file: string): CsvRecord[] {
  const text = file.startsWith('\ufeff') ? file.slice(1) : file
  const named = namedSeparator.exec(text)
  const separator = named?.[1] ?? separatorOf(text)
  const records: CsvRecord[] = []
  let [at, line] = [named?.[0].length ?? 0, 1]

  const quotedField = (): string => {
    const openedOn = line
    let field = ''
    at += 1
    for (;;) {
      const close = text.indexOf('"', at)
      if (close === -1) throw new CsvError(`The quote that opens on line ${openedOn} is never closed`)
      const part = text.slice(at, close)
      line += part.replaceAll('\r\n', '\n').split(/[\r\n]/).length - 1
      field += part
      at = close + 1
      if (text[at] !== '"') break
      field += '"'
      at += 1
    }
    const next = text[at]
    if (next !== undefined && next !== separator && next !== '\r' && next !== '\n') {
      throw new CsvError(`There is text after a closing quote on line ${line}`)
    }
    return field
  }
  const plainField = (): string => {
    const from = at
    while (at < text.length && text[at] !== separator && text[at] !== '\r' && text[at] !== '\n') at += 1
    return text.slice(from, at)
  }

  while (at < text.length) {
    const record = { line, fields: [] as string[] }
    for (;;) {
      record.fields.push(text[at] === '"' ? quotedField() : plainField())
      if (text[at] !== separator) break
      at += 1
    }
    at += text.startsWith('\r\n', at) ? 2 : 1
    line += 1
    if (record.fields.length > 1 || record.fields[0] !== '') records.push(record)
  }
  return records
}
