const written = /^[-+]?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?$/i

/**
 * A number as people write it: `1,200.5`, ` −3 `. A comma stands between thousands alone: `3,5` leaves a doubt, and is null like anything
 * else that is no number.
 */
export function readNumberText(text: string): number | null {
  const plain = text.replace(/\s/g, '').replace('−', '-')
  const number = written.test(plain) ? Number(plain.replaceAll(',', '')) : NaN
  return Number.isFinite(number) ? number : null
}
