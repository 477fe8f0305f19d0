import { CsvError, readCsv, type CsvRecord } from './csv.ts'

/** Far more than the rows that one import may have. */
const largestBytes = 5_000_000

/** A spreadsheet's own text: UTF-16 and UTF-8 by their marks or their form, otherwise the encoding of older spreadsheets. */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** A file with a head and rows below it. */
export interface LeadFile {
  name: string
  head: readonly string[]
  records: readonly CsvRecord[]
}

/** Reads a chosen file; throws CsvError, in words for a person, where there is nothing to import in it. */
export async function readLeadFile(file: File): Promise<LeadFile> {
  if (file.size > largestBytes) throw new CsvError('This file is larger than 5 MB. Split it')
  const text = decodeText(new Uint8Array(await file.arrayBuffer()))
  if (text.includes('\0')) throw new CsvError('This is no CSV file. Save the sheet as CSV, then choose that file')
  const [head, ...records] = readCsv(text)
  if (!head) throw new CsvError('This file is empty')
  if (records.length === 0) throw new CsvError('This file has a head, but no row below it')
  return { name: file.name, head: head.fields, records }
}
