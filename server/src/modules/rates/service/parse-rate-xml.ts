import { RateDays, type RateFile, RateFileError, readCurrency, readDay, readRate, shorten } from './rate-file.ts'

/** An element's beginning or end, with its attributes as they are written. */
interface Tag {
  kind: 'opening' | 'closing' | 'empty'
  name: string
  attributes: ReadonlyMap<string, string>
  line: number
}

const tagPattern = /<(\/?)([A-Za-z][\w:.-]{0,60})((?:\s+[A-Za-z][\w:.-]{0,60}\s*=\s*(?:"[^"<&]{0,200}"|'[^'<&]{0,200}'))*)\s*(\/?)>/y
const attributePattern = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const declaration = /^\s*<\?xml\s[^?<>]{0,200}\?>/

/** The only words between tags: who made the file, and what it is. */
const texts = new Set(['gesmes:subject', 'gesmes:name'])

/**
 * Reads the envelope of eurofxref-daily.xml, eurofxref-hist-90d.xml and eurofxref-hist.xml: days in a Cube, currencies in their Cubes.
 * Nothing else of XML is read: no document types, entities, comments or sections. Throws RateFileError, naming the line.
 */
export function parseRateXml(text: string): RateFile {
  const days = new RateDays()
  const open: string[] = []
  let adder: ReturnType<RateDays['begin']> | null = null
  let depthOfDay = -1
  let rooted = false
  for (const tag of tagsOf(text, open)) {
    if (tag.kind === 'closing') {
      const name = open.pop()
      if (name !== tag.name) throw new RateFileError(`</${tag.name}> ends what <${name ?? 'nothing'}> began.`, tag.line)
      if (open.length === depthOfDay) [adder, depthOfDay] = [null, -1]
      continue
    }
    if (open.length === 0) {
      if (rooted || tag.name !== 'gesmes:Envelope')
        throw new RateFileError('This is not the European Central Bank’s file: it is no gesmes:Envelope.', tag.line)
      rooted = true
    } else if (tag.name === 'Cube') {
      const time = tag.attributes.get('time')
      if (time !== undefined) {
        if (adder) throw new RateFileError('A day stands inside another.', tag.line)
        const day = days.begin(readDay(time, tag.line), tag.line)
        if (tag.kind === 'opening') [adder, depthOfDay] = [day, open.length]
      } else if (tag.attributes.size > 0) {
        if (!adder) throw new RateFileError('A rate stands outside of a day.', tag.line)
        const [of, rate] = [attribute(tag, 'currency'), attribute(tag, 'rate')]
        adder.add(readCurrency(of, tag.line), readRate(rate, tag.line), tag.line)
      }
    } else if (tag.name !== 'gesmes:Sender' && !texts.has(tag.name)) {
      throw new RateFileError(`<${shorten(tag.name)}> is not known.`, tag.line)
    }
    if (tag.kind === 'opening') open.push(tag.name)
  }
  if (!rooted) throw new RateFileError('This is not the European Central Bank’s file: it is no gesmes:Envelope.')
  if (open.length > 0) throw new RateFileError(`The file ends before </${open.at(-1) ?? ''}>. It is not whole.`)
  return days.end()
}

function attribute(tag: Tag, name: string): string {
  const value = tag.attributes.get(name)
  if (value === undefined) throw new RateFileError(`A rate lacks its ${name}.`, tag.line)
  return value
}

/** The tags in their order. `open` is kept by whoever reads them, and says where words may stand. */
function* tagsOf(text: string, open: readonly string[]): Generator<Tag> {
  const head = declaration.exec(text)?.[0] ?? ''
  let at = head.length
  let line = 1 + newlinesIn(head)
  while (at < text.length) {
    const next = text.indexOf('<', at)
    const words = text.slice(at, next === -1 ? text.length : next)
    const wordsAt = line + newlinesIn(/^\s*/.exec(words)?.[0] ?? '')
    if (words.trim() !== '' && !texts.has(open.at(-1) ?? ''))
      throw new RateFileError(`“${shorten(words.trim())}” stands where nothing may.`, wordsAt)
    if (words.includes('&')) throw new RateFileError('Entities are not read.', wordsAt)
    line += newlinesIn(words)
    if (next === -1) return
    tagPattern.lastIndex = next
    const found = tagPattern.exec(text)
    if (!found) {
      const second = text[next + 1]
      if (second === '!' || second === '?')
        throw new RateFileError('Document types, entities, comments and instructions are not read.', line)
      throw new RateFileError(`“${shorten(text.slice(next, next + 60))}” is no tag.`, line)
    }
    const [whole, slash = '', name = '', written = '', ending = ''] = found
    if (slash !== '' && (written !== '' || ending !== '')) throw new RateFileError(`“${shorten(whole)}” is no tag.`, line)
    yield { kind: slash !== '' ? 'closing' : ending !== '' ? 'empty' : 'opening', name, attributes: attributesOf(written, line), line }
    line += newlinesIn(whole)
    at = next + whole.length
  }
}

function attributesOf(written: string, line: number): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  for (const [, name = '', double, single] of written.matchAll(attributePattern)) {
    if (attributes.has(name)) throw new RateFileError(`${shorten(name)} is said twice.`, line)
    attributes.set(name, double ?? single ?? '')
  }
  return attributes
}

function newlinesIn(text: string): number {
  let count = 0
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1
  return count
}
