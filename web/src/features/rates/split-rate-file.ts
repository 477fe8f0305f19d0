export interface Pieces {
  /** Each a whole file of its own, small enough to be sent. */
  texts: string[]
  /** Days that were left out since they lie before what is needed. */
  leftOut: number
}

export interface SplitOptions {
  mostRates: number
  mostCharacters: number
  /** Of a file that has to be cut, days before this one are left out, YYYY-MM-DD. */
  from?: string
}

const dayBlock = /<Cube\s+time\s*=\s*["'](\d{4}-\d{2}-\d{2})["']\s*>[\s\S]*?<\/Cube>/g
const head = '<?xml version="1.0" encoding="UTF-8"?>\n<gesmes:Envelope>\n<Cube>\n'
const tail = '\n</Cube>\n</gesmes:Envelope>\n'

/**
 * Cuts a file of rates that is too large for one request into files of some days each. One that is small enough is left as it is, whatever
 * it holds: what is wrong with a file, the server says.
 */
export function splitRateFile(text: string, { mostRates, mostCharacters, from }: SplitOptions): Pieces {
  const isXml = text.trimStart().startsWith('<')
  const days = isXml ? daysOfXml(text) : daysOfTable(text)
  const rates = days.reduce((sum, day) => sum + day.rates, 0)
  if (days.length === 0 || (text.length <= mostCharacters && rates <= mostRates)) return { texts: [text], leftOut: 0 }
  const wanted = from === undefined ? days : days.filter(({ day }) => day === null || day >= from)
  const [before, after] = isXml ? [head, tail] : [`${text.slice(0, text.indexOf('\n'))}\n`, '\n']
  const texts: string[] = []
  let piece: string[] = []
  let size = { rates: 0, characters: before.length + after.length }
  for (const each of wanted) {
    const isFull = size.rates + each.rates > mostRates || size.characters + each.text.length + 1 > mostCharacters
    if (isFull && piece.length > 0) {
      texts.push(before + piece.join('\n') + after)
      piece = []
      size = { rates: 0, characters: before.length + after.length }
    }
    piece.push(each.text)
    size = { rates: size.rates + each.rates, characters: size.characters + each.text.length + 1 }
  }
  if (piece.length > 0) texts.push(before + piece.join('\n') + after)
  return { texts, leftOut: days.length - wanted.length }
}

interface DayText {
  /** Null where the line is of no day that can be compared. */
  day: string | null
  text: string
  rates: number
}

const daysOfXml = (text: string): DayText[] =>
  [...text.matchAll(dayBlock)].map(([block, day = null]) => ({
    day,
    text: block,
    rates: block.split('currency').length - 1,
  }))

const daysOfTable = (text: string): DayText[] =>
  text
    .split(/\r?\n/)
    .slice(1)
    .filter((line) => line.trim() !== '')
    .map((line) => ({
      day: /^\d{4}-\d{2}-\d{2}/.exec(line)?.[0] ?? null,
      text: line,
      rates: line.split(',').filter((cell) => /\d/.test(cell)).length - 1,
    }))
