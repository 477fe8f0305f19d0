const nul = '\u0000'

/**
 * Parses JSON that will be stored. PostgreSQL's text holds every character but U+0000, which nobody means and which would make a whole
 * message unusable: it is left out. Throws SyntaxError for what is not JSON.
 */
export function parseJson(text: string): unknown {
  const value: unknown = JSON.parse(text)
  return text.includes('\\u0000') ? withoutNul(value) : value
}

function withoutNul(value: unknown): unknown {
  if (typeof value === 'string') return value.replaceAll(nul, '')
  if (Array.isArray(value)) return value.map(withoutNul)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key.replaceAll(nul, ''), withoutNul(each)]))
}
