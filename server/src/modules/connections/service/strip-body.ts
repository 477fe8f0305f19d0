const mask = '••••'

/** Names under which a value is secret, wherever they stand. */
const secretNames = /secret|token|password|passwd|authorization|signature|api_?-?key|private_?key|^cvc|^cvv|^cvn|(^|_)security_code/i

/** A delivery's body for people to read: values that are secret by their name, and anything that may be a card number, are taken out. */
export function stripBody(raw: string): string {
  try {
    return JSON.stringify(strip(JSON.parse(raw) as unknown), null, 2)
  } catch (error) {
    if (error instanceof SyntaxError) return stripText(raw)
    throw error
  }
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [stripText(name), secretNames.test(name) && inner !== null ? mask : strip(inner)]),
    )
  }
  if (typeof value === 'string') return stripText(value)
  return typeof value === 'number' && isCard(String(value)) ? mask : value
}

/** Text may carry secrets too: in the query of an address, in a header that was quoted, or as a key of a known form. */
const stripText = (text: string): string =>
  text
    .replace(/(?<![\d+])[2-6]\d(?:[ -]?\d){11,17}(?!\d)/g, (digits) =>
      isCard(digits.replace(/\D/g, '')) ? `${mask} ${digits.slice(-4)}` : digits,
    )
    .replace(/\b(bearer|basic) +[\w.~+/=-]{8,}/gi, `$1 ${mask}`)
    .replace(/\b([sr]k_(?:live|test)|whsec|xox[abp])[_-][\w-]{4,}/g, `$1_${mask}`)
    .replace(/([\w-]*(?:secret|token|password|authorization|signature|api_?-?key)[\w-]*=)[^\s&"'#]+/gi, `$1${mask}`)

/** The check digit that every card number carries (Luhn), in a number that begins as cards do. */
function isCard(digits: string): boolean {
  if (!/^[2-6]\d{12,18}$/.test(digits)) return false
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}
