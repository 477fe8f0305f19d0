const secretKeys = /secret|token|password|authorization|api_?key|cvc|cvv|signature/i

/** A delivery's body for people to read: values that are secret by their name, and anything that may be a card number, are taken out. */
export function stripBody(raw: string): string {
  try {
    return JSON.stringify(strip(JSON.parse(raw) as unknown), null, 2)
  } catch (error) {
    if (error instanceof SyntaxError) return maskCards(raw)
    throw error
  }
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strip)
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, secretKeys.test(key) && inner !== null ? '••••' : strip(inner)]))
  }
  if (typeof value === 'string') return maskCards(value)
  return typeof value === 'number' && isCard(String(value)) ? '••••' : value
}

const maskCards = (text: string): string => text.replace(/\b\d(?:[ -]?\d){12,18}\b/g, (digits) => (isCard(digits.replace(/\D/g, '')) ? `•••• ${digits.slice(-4)}` : digits))

/** The check digit that every card number carries (Luhn). */
function isCard(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits)) return false
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return sum % 10 === 0
}
