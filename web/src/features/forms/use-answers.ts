import { useEffect, useRef, useState, type RefObject } from 'react'
import type { FormProblemText } from '../../components/form-problem.tsx'
import { readError } from '../../apollo/read-error.ts'
import type { FieldAnswer } from '../../lib/field-answers.ts'
import type { AnswerPath, FormAnswers } from './form-answers.ts'
import type { Refusal } from './form-refusals.ts'
import type { SendResult } from './send-result.ts'

type Wrong = Partial<Record<AnswerPath, string>>

export interface AnswersInput {
  begin: FormAnswers
  /** What is wrong with the answers; rejects where what judges them cannot be fetched. */
  check: (answers: FormAnswers) => Promise<readonly Refusal[]>
  /** Called with each change, so that what is typed can be kept. */
  onType: (answers: FormAnswers) => void
  send: (answers: FormAnswers) => Promise<SendResult>
  onDone: () => void
}

export interface Answers {
  /** For the form's element, in which each control stands inside of an element with its name as `data-field`. */
  ref: RefObject<HTMLFormElement | null>
  answers: FormAnswers
  /** What is wrong with an answer, in words. */
  wrong: Wrong
  /** What is wrong with the form as a whole. */
  problem: FormProblemText | undefined
  busy: boolean
  change: (given: Partial<Omit<FormAnswers, 'fields'>>) => void
  /** Answers one of the organization's own fields. */
  changeField: (key: string, answer: FieldAnswer) => void
  /** Begins anew with these. */
  replace: (answers: FormAnswers) => void
  /** Says what is wrong with the whole; undefined for nothing. */
  blame: (problem: FormProblemText | undefined) => void
  submit: () => Promise<void>
}

/** Of several things wrong with one answer, the first is said. */
const firstOfEach = (found: readonly Refusal[]): Wrong =>
  Object.fromEntries(found.toReversed().map(({ field, message }) => [field, message]))

const saidOf = (error: unknown): FormProblemText => {
  const { title, advice } = readError(error)
  return { message: `${title}. ${advice}` }
}

/**
 * The answers of a form: checked when it is sent, and from then on as they change; sent once, and kept whatever comes back. The first
 * that is wrong has the focus. Of its own, and not the library's for forms, since phones load it with the portal.
 */
export function useAnswers({ begin, check, onType, send, onDone }: AnswersInput): Answers {
  const ref = useRef<HTMLFormElement>(null)
  const [answers, setAnswers] = useState(begin)
  const latest = useRef(begin)
  const [tried, setTried] = useState(false)
  const [wrong, setWrong] = useState<Wrong>({})
  const [problem, setProblem] = useState<FormProblemText>()
  const [busy, setBusy] = useState(false)
  const [goTo, setGoTo] = useState<{ field: AnswerPath } | null>(null)

  useEffect(() => {
    if (!goTo) return
    ref.current
      ?.querySelector<HTMLElement>(`[data-field="${goTo.field}"] :is(button, input, select, textarea)`)
      ?.focus()
  }, [goTo])

  const keep = (next: FormAnswers) => {
    latest.current = next
    setAnswers(next)
    onType(next)
  }
  const refuse = (found: readonly Refusal[]) => {
    setWrong(firstOfEach(found))
    if (found[0]) setGoTo({ field: found[0].field })
  }
  const move = (next: FormAnswers, touched: readonly string[]) => {
    keep(next)
    // Where what judges them cannot be had, that is said once they are sent.
    if (tried) lookAgain(next, touched).catch(() => undefined)
  }
  /** What was wrong and still is stays said, and what changed is looked at again; the rest waits until it is sent. */
  const lookAgain = async (given: FormAnswers, touched: readonly string[]) => {
    const found = await check(given)
    if (latest.current !== given) return
    setWrong((said) => firstOfEach(found.filter(({ field }) => field in said || touched.includes(field))))
  }
  const change: Answers['change'] = (given) => move({ ...latest.current, ...given }, Object.keys(given))
  const changeField: Answers['changeField'] = (key, answer) => {
    const { current } = latest
    move({ ...current, fields: { ...current.fields, [key]: answer } }, [`fields.${key}`])
  }
  const replace = (next: FormAnswers) => {
    setWrong({})
    setProblem(undefined)
    setTried(false)
    keep(next)
  }
  const submit = async () => {
    if (busy) return
    setTried(true)
    setProblem(undefined)
    setBusy(true)
    try {
      const found = await check(latest.current)
      refuse(found)
      if (found.length > 0) return
      const result = await send(latest.current)
      if (result.ok) onDone()
      else if ('field' in result && result.field) refuse([{ field: result.field, message: result.message }])
      else setProblem(result)
    } catch (error) {
      setProblem(saidOf(error))
    } finally {
      setBusy(false)
    }
  }
  return { ref, answers, wrong, problem, busy, change, changeField, replace, blame: setProblem, submit }
}
