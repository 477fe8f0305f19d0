/** A stretch of a sentence, by how it is drawn. */
export interface Piece {
  kind: 'text' | 'name' | 'instant' | 'code'
  text: string
}

const months = 'Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec'

/** An instant as the rules write it for every reader: `Nov 19, 2026, 14:00 UTC`. */
const instant = `(?:${months}) \\d{1,2}, \\d{4}, \\d{2}:\\d{2} UTC`

/** Addresses, phone numbers, links and keys of a payment's metadata: what was compared letter by letter. */
const code = [
  'https?://[^\\s)”]+',
  '[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+',
  '(?<=\\s|^)\\+\\d{7,15}',
  'metadata\\.[\\w-]+',
].join('|')

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * Parts a sentence of the rules, so that names stand out, instants can be read in the viewer's zone, and what was compared shows as
 * it is. The pieces joined are the sentence again.
 */
export function splitWords(sentence: string, names: readonly string[] = []): Piece[] {
  const wanted = names.filter((name) => name !== '').sort((one, other) => other.length - one.length)
  const groups = [`(?<instant>${instant})`, `(?<code>${code})`]
  if (wanted.length > 0) groups.push(`(?<name>${wanted.map(escaped).join('|')})`)
  const pieces: Piece[] = []
  let end = 0
  for (const match of sentence.matchAll(new RegExp(groups.join('|'), 'gu'))) {
    if (match.index > end) pieces.push({ kind: 'text', text: sentence.slice(end, match.index) })
    const kind = match.groups?.instant ? 'instant' : match.groups?.code ? 'code' : 'name'
    pieces.push({ kind, text: match[0] })
    end = match.index + match[0].length
  }
  if (end < sentence.length) pieces.push({ kind: 'text', text: sentence.slice(end) })
  return pieces
}

/** The instant of a piece of that kind; null for a date that is in no calendar. */
export function instantOf(text: string): Date | null {
  const at = new Date(text)
  return Number.isNaN(at.getTime()) ? null : at
}

/** A link without its middle, `api.calendly.com/…/cebb2492-79e4`; anything else as it is. */
export function shortened(code: string): string {
  if (!/^https?:\/\//.test(code) || !URL.canParse(code)) return code
  const { host, pathname } = new URL(code)
  const parts = pathname.split('/').filter((part) => part !== '')
  return parts.length < 2 ? code : `${host}/…/${parts.at(-1) ?? ''}`
}
