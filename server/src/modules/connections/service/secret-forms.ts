/** What stands in place of a value that was taken out. */
export const mask = '••••'

/** Names under which a value is secret, wherever they stand. */
export const secretNames = /secret|token|password|passwd|authorization|signature|api_?-?key|private_?key|^cvc|^cvv|^cvn|(^|_)security_code/i

/** Headers that were quoted, and keys of a known form: secret wherever they stand in a text. */
export const maskKeys = (text: string): string =>
  text
    .replace(/\b(bearer|basic) +[\w.~+/=-]{8,}/gi, `$1 ${mask}`)
    .replace(/\b([sr]k_(?:live|test)|whsec|xox[abp])[_-][\w-]{4,}/g, `$1_${mask}`)

/** The check digit that every card number carries (Luhn). */
export function hasCheckDigit(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}
