import { judgeFields, type FieldDefinition, type FieldProblem } from '@clinch/schema/fields'
import { useState } from 'react'
import { toEntered, type EnteredValue } from './entered-values.ts'
import { toValues, type FieldAnswer, type FieldAnswers } from './field-answers.ts'

/** Own fields as they are entered in a form. */
export interface OwnEntry {
  fields: readonly FieldDefinition[]
  answers: FieldAnswers
  answer: (key: string, answer: FieldAnswer) => void
  /** What is wrong with a field, in words. */
  problemOf: (key: string) => string | undefined
  /** Whether anything was changed. */
  isChanged: boolean
  /** What was changed, to be sent; null where something is wrong, which is said at its field by then. */
  read: () => EnteredValue[] | null
  /** Shows what the API refused; true where that is said at a field. */
  told: (problems: readonly FieldProblem[]) => boolean
}

/** Nothing, which keeps what is compared by its identity. */
const noAnswers: FieldAnswers = {}

/**
 * Holds what is entered of own fields until it is sent. `path` is where the API's input has them; only what was changed since the
 * beginning is sent, so that nobody else's change is undone.
 */
export function useOwnEntry(
  fields: readonly FieldDefinition[],
  { path, start: begin = noAnswers }: { path: string; start?: FieldAnswers },
): OwnEntry {
  const [start] = useState(begin)
  const [answers, setAnswers] = useState(begin)
  const [problems, setProblems] = useState<readonly FieldProblem[]>([])
  const changed = fields.filter(
    ({ key }) => JSON.stringify(answers[key] ?? null) !== JSON.stringify(start[key] ?? null),
  )
  const isOf = (key: string, at: string) => at === `${path}.${key}` || at.startsWith(`${path}.${key}.`)
  return {
    fields,
    answers,
    isChanged: changed.length > 0,
    answer: (key, next) => setAnswers((before) => ({ ...before, [key]: next })),
    problemOf: (key) => problems.find((problem) => isOf(key, problem.path))?.message,
    read() {
      const { values, problems: wrong = [] } = judgeFields(fields, toValues(fields, answers), { path })
      setProblems(wrong)
      if (!values) return null
      return toEntered(changed, values)
    },
    told(refused) {
      setProblems(refused)
      return refused.some((problem) => fields.some(({ key }) => isOf(key, problem.path)))
    },
  }
}
