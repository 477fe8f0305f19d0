import { hasCheckDigit, mask, maskKeys, secretNames } from './secret-forms.ts'

/**
 * A delivery's body as it is kept: as it was signed, byte for byte, but that a mask stands for what nobody needs and nobody should find
 * there. That is what the integration names as unneeded, values that are secret by their name, card numbers and keys of a known form.
 * A path is the names down to a value, from anywhere, apart by points (`billing_details.address`); a star is any name. Null, true and
 * false stay. A body that is no JSON stays as it is.
 */
export function maskBody(body: Buffer, unneeded: readonly string[]): Buffer {
  const first = body[body.findIndex((byte) => byte > space)]
  if (first !== brace && first !== bracket) return body
  return new BodyMasker(body, byLastName(unneeded)).run()
}

const [space, quote, backslash, comma, colon, bracket, bracketEnd, brace, braceEnd] = [0x20, 0x22, 0x5c, 0x2c, 0x3a, 0x5b, 0x5d, 0x7b, 0x7d]
const masked = Buffer.from(`"${mask}"`)

/** Goes once through JSON that is known to be sound, and copies what lies between the values that it masks. */
class BodyMasker {
  readonly #body: Buffer
  readonly #unneeded: PathsByName
  readonly #parts: Buffer[] = []
  /** The names down to here; of a list's items that of the list. */
  readonly #names: string[] = []
  #at = 0
  #copied = 0

  constructor(body: Buffer, unneeded: PathsByName) {
    this.#body = body
    this.#unneeded = unneeded
  }

  run(): Buffer {
    this.#value()
    if (this.#parts.length === 0) return this.#body
    this.#parts.push(this.#body.subarray(this.#copied))
    return Buffer.concat(this.#parts)
  }

  #value(): void {
    this.#skipSpace()
    const start = this.#at
    const first = this.#body[start]
    if (this.#names.length > 0 && this.#isUnneeded()) {
      this.#skipValue()
      if (first !== undefined && !isConstant(first) && !this.#isEmpty(start)) this.#replace(start, masked)
    } else if (first === brace) this.#members()
    else if (first === bracket) this.#items()
    else {
      this.#skipValue()
      if (first === quote) this.#text(start)
      else this.#number(start)
    }
  }

  #members(): void {
    this.#at += 1
    for (;;) {
      this.#skipSpace()
      if (this.#body[this.#at] === comma) this.#at += 1
      else if (this.#body[this.#at] === braceEnd) break
      else {
        const start = this.#at
        this.#skipValue()
        this.#names.push(readName(this.#body.toString('utf8', start, this.#at)))
        this.#skipSpace()
        if (this.#body[this.#at] === colon) this.#at += 1
        this.#value()
        this.#names.pop()
      }
    }
    this.#at += 1
  }

  #items(): void {
    this.#at += 1
    for (;;) {
      this.#skipSpace()
      if (this.#body[this.#at] === comma) this.#at += 1
      else if (this.#body[this.#at] === bracketEnd) break
      else this.#value()
    }
    this.#at += 1
  }

  #isUnneeded(): boolean {
    const name = this.#names.at(-1) ?? ''
    return secretNames.test(name) || this.#endsWithOneOf(this.#unneeded.get(name)) || this.#endsWithOneOf(this.#unneeded.get('*'))
  }

  /** An empty text, list or object. */
  #isEmpty(start: number): boolean {
    return this.#at - start === 2 && [quote, bracket, brace].includes(this.#body[start] ?? 0)
  }

  #endsWithOneOf(paths: readonly (readonly string[])[] = []): boolean {
    return paths.some((path) => this.#endsWith(path))
  }

  #endsWith(path: readonly string[]): boolean {
    const offset = this.#names.length - path.length
    return offset >= 0 && path.every((part, index) => part === '*' || part === this.#names[offset + index])
  }

  #text(start: number): void {
    if (this.#at - start < shortestSecret) return
    const text = this.#body.toString('utf8', start, this.#at)
    if (!mayBeSecret.test(text)) return
    const clean = maskKeys(isReference.test(this.#names.at(-1) ?? '') ? text : maskCards(text))
    if (clean !== text) this.#replace(start, Buffer.from(clean))
  }

  #number(start: number): void {
    if (this.#at - start < 14 || !namesCard.test(this.#names.at(-1) ?? '')) return
    if (isCard(this.#body.toString('latin1', start, this.#at))) this.#replace(start, masked)
  }

  #replace(start: number, by: Buffer): void {
    this.#parts.push(this.#body.subarray(this.#copied, start), by)
    this.#copied = this.#at
  }

  #skipSpace(): void {
    while ((this.#body[this.#at] ?? brace) <= space) this.#at += 1
  }

  /** To the end of the text, number, word, list or object that begins here. */
  #skipValue(): void {
    let depth = 0
    do {
      const byte = this.#body[this.#at]
      if (byte === undefined) return
      if (byte === quote) this.#skipText()
      else if (byte === brace || byte === bracket) depth += 1
      else if (byte === braceEnd || byte === bracketEnd) depth -= 1
      else if (depth === 0) {
        this.#skipWord()
        return
      }
      this.#at += 1
    } while (depth > 0)
  }

  /** To the quote that ends the text that begins here. */
  #skipText(): void {
    this.#at += 1
    while (this.#at < this.#body.length && this.#body[this.#at] !== quote) this.#at += this.#body[this.#at] === backslash ? 2 : 1
  }

  #skipWord(): void {
    for (let byte = this.#body[this.#at]; byte !== undefined && byte > space; byte = this.#body[this.#at]) {
      if (byte === comma || byte === braceEnd || byte === bracketEnd) return
      this.#at += 1
    }
  }
}

type PathsByName = ReadonlyMap<string, readonly (readonly string[])[]>
const compiled = new WeakMap<readonly string[], PathsByName>()

/** Paths by the name that they end with, so that few are looked at for each value; an integration's list is read once. */
function byLastName(unneeded: readonly string[]): PathsByName {
  const known = compiled.get(unneeded)
  if (known) return known
  const paths = new Map<string, string[][]>()
  for (const path of unneeded.map((each) => each.split('.'))) {
    const last = path.at(-1) ?? ''
    paths.set(last, [...(paths.get(last) ?? []), path])
  }
  compiled.set(unneeded, paths)
  return paths
}

/** A member's name, as it stands between quotes. */
const readName = (text: string): string => (text.includes('\\') ? (JSON.parse(text) as string) : text.slice(1, -1))

/** What no shorter text, and no text without one of these, can hold. */
const shortestSecret = 12
const mayBeSecret = /\d(?:[ -]?\d){13}|bearer|basic|[sr]k_|whsec|xox/i

/** null, true and false say nothing of anybody. */
const isConstant = (first: number): boolean => first === 0x6e || first === 0x74 || first === 0x66

/** Under these names a long number is whom or what it names, and is what deliveries are told apart and matched by. */
const isReference = /(^|[_.-])(ids?|ref|reference|uuid|uri|url|link|phone|mobile|whatsapp|tel)([_-]?number)?$|[a-z]Id$|phone/i
const namesCard = /card|^pan$|^number$/i

/**
 * As issuers number their cards. Stricter than what is hidden from people, since what is masked here is gone: no telephone number is
 * so long, and what is part of an address or of a longer word stays.
 */
const isCard = (digits: string): boolean =>
  /^(?:4\d{15}(?:\d{3})?|5[1-5]\d{14}|2[2-7]\d{14}|3[47]\d{13}|3(?:0[0-5]|[689]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12}(?:\d{3})?)$/.test(
    digits,
  ) && hasCheckDigit(digits)

const maskCards = (text: string): string =>
  text.replace(/(?<![\w+/=.:-])[2-6]\d(?:[ -]?\d){12,17}(?![\w/=-])/g, (digits) =>
    isCard(digits.replace(/\D/g, '')) ? `${mask} ${digits.slice(-4)}` : digits,
  )
