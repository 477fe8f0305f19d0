import { judgeDefinition, type FormDefinition, type FormPast } from '@clinch/schema/forms'
import { toSaved } from './builder-draft.ts'
import type { BuilderDraft } from './builder-draft.ts'
import { toSettings } from './standard-questions.ts'

/** What is wrong, by the id of the field or the name of the question, then by its part: `label`, `options`, an option's id, `condition`. */
export type DraftProblems = ReadonlyMap<string, ReadonlyMap<string, string>>

/** Something that is not as it has to be, by the path that the definition's judge and the API give it. */
export interface PathProblem {
  path: string
  message: string
}

/** The definition that a draft amounts to. */
export const definitionOf = ({ standard, fields }: BuilderDraft, past?: FormPast): FormDefinition => ({
  questions: toSettings(standard),
  fields: toSaved(fields, past),
})

/** Which part of which field a path is about. */
function placeOf({ fields }: BuilderDraft, path: string): readonly [id: string, part: string] | null {
  const [list, at = '', part = '', option = ''] = path.split('.')
  if (list === 'questions') return [at, part]
  const field = fields[Number(at)]
  if (list !== 'fields' || !field) return null
  if (part === 'shownIf') return [field.id, 'condition']
  // A key is made of the label, which is what can be changed about it.
  if (part !== 'options') return [field.id, part === 'key' ? 'label' : part]
  return [field.id, field.options[Number(option)]?.id ?? 'options']
}

/** Problems at the parts that they are about; of several at one, the first. What has no place is left to be said over the form. */
export function placeProblems(
  draft: BuilderDraft,
  problems: readonly PathProblem[],
): { placed: DraftProblems; rest: readonly PathProblem[] } {
  const placed = new Map<string, Map<string, string>>()
  const rest: PathProblem[] = []
  for (const problem of problems) {
    const place = placeOf(draft, problem.path)
    if (!place) {
      rest.push(problem)
      continue
    }
    const [id, part] = place
    const parts = placed.get(id) ?? new Map<string, string>()
    if (!parts.has(part)) parts.set(part, problem.message.replace(/\.$/, ''))
    placed.set(id, parts)
  }
  return { placed, rest }
}

/** What is wrong with a draft, by the one definition that the server judges by too. */
export const problemsOf = (draft: BuilderDraft, past: FormPast): readonly PathProblem[] =>
  judgeDefinition(definitionOf(draft, past), past).problems ?? []
