const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch (error) {
    if (error instanceof SyntaxError) return false
    throw error
  }
}

const opens = (token: string | undefined): boolean => token === '{' || token === '['
const closes = (token: string | undefined): boolean => token === '}' || token === ']'

/**
 * A delivery's body, indented where it is JSON; as it came where it is not. Only the space between its parts changes: numbers stay as
 * they were written, also those that JavaScript cannot hold.
 */
export function prettyBody(body: string): string {
  if (!isJson(body)) return body
  const tokens = body.match(/"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g) ?? []
  let depth = 0
  const newLine = () => `\n${'  '.repeat(depth)}`
  const write = (token: string, index: number): string => {
    if (opens(token)) {
      if (closes(tokens[index + 1])) return token
      depth += 1
      return token + newLine()
    }
    if (closes(token)) {
      if (opens(tokens[index - 1])) return token
      depth -= 1
      return newLine() + token
    }
    if (token === ',') return token + newLine()
    return token === ':' ? ': ' : token
  }
  return tokens.map(write).join('')
}
