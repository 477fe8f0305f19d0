import { judgeDefinitions, type FieldDefinition } from '@clinch/schema/fields'
import { badInput } from '../../../kernel/errors.ts'

/** A field as it is to be stored; BAD_USER_INPUT names what is wrong as the caller wrote it: `options.0.label`. */
export function judgeDefinition(given: FieldDefinition): FieldDefinition {
  const { definitions, problems } = judgeDefinitions([given])
  if (problems) throw badInput(problems.map(({ path, message }) => ({ path: path.replace(/^fields\.0\./, ''), message })))
  const [definition] = definitions
  if (!definition) throw new Error('A field that was judged was not returned')
  return definition
}
