import { GraphQLError } from 'graphql'

/**
 * What graphql-js says of a text that it cannot read, or of a value that is not of its type, where each quotes what was sent. What
 * is sent may be a key of a provider or the token of an invitation, and answers end in logs, tickets and screenshots.
 */
const quoting: readonly (readonly [RegExp, string])[] = [
  [/^(Syntax Error: .*?\b(?:Name|Int|Float|String|BlockString)) "[\s\S]*"/, '$1'],
  [/^((?:\w+|Enum "\w+") cannot represent [\w -]*value): [\s\S]*/, '$1.'],
  [/^Value "[\s\S]*" (does not exist in "\w+" enum\.)/, 'The value $1'],
  [/^(Expected value of type "[^"]*"), found (?!null\.$)[\s\S]*/, '$1.'],
  [/^(Argument "\w+" has) invalid value [\s\S]*/, '$1 an invalid value.'],
]

/** Of variables it quotes the whole value in front of what is wrong with it. */
const ofVariable = /^Variable "\$(\w+)" got invalid value /
const placeInVariable = / at "([\w.[\]]+)"; $/

/** What an error of graphql-js says, by which name, type and place, and never with a value that was sent. */
export function withoutValues(error: GraphQLError): string {
  const variable = ofVariable.exec(error.message)?.[1]
  if (variable === undefined) return said(error.message)
  // A value may itself hold whatever would end it, so what is wrong is taken from the error underneath alone.
  const wrong = error.originalError instanceof GraphQLError ? error.originalError.message : ''
  if (wrong === '' || !error.message.endsWith(wrong)) return `Variable "$${variable}" is invalid.`
  const place = placeInVariable.exec(error.message.slice(0, -wrong.length))?.[1]
  return `Variable "$${variable}" is invalid${place === undefined ? '' : ` at "${place}"`}: ${said(wrong.replace(/^Expected type "\w+"\. /, ''))}`
}

const said = (message: string): string => quoting.reduce((text, [pattern, instead]) => text.replace(pattern, instead), message)
