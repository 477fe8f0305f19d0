import { hasCheckDigit, mask, maskKeys, secretNames } from './secret-forms.ts'

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
  maskKeys(
    text.replace(/(?<![\d+])[2-6]\d(?:[ -]?\d){11,17}(?!\d)/g, (digits) =>
      isCard(digits.replace(/\D/g, '')) ? `${mask} ${digits.slice(-4)}` : digits,
    ),
  ).replace(/([\w-]*(?:secret|token|password|authorization|signature|api_?-?key)[\w-]*=)[^\s&"'#]+/gi, `$1${mask}`)

/** A number that begins as cards do. For people who read, one taken out too many is no loss: see `maskBody` for what is kept. */
const isCard = (digits: string): boolean => /^[2-6]\d{12,18}$/.test(digits) && hasCheckDigit(digits)
