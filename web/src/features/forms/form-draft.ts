import { useCallback } from 'react'
import { useViewer } from '../../lib/viewer.ts'
import { paymentTypes, resolutions, type FormAnswers } from './form-answers.ts'

/** A form that was begun and not sent. */
export interface FormDraft {
  /** The form's version that the answers were begun on; 0 for none. */
  version: number
  answers: FormAnswers
}

const isOneOf = (value: unknown, choices: readonly unknown[]): boolean => choices.includes(value)
const yesOrNo = [true, false, null]

/** Whether each answer is one that the form could have kept. */
const answerFits: Readonly<Record<keyof FormAnswers, (value: unknown) => boolean>> = {
  callOccurred: (value) => isOneOf(value, yesOrNo),
  resolution: (value) => isOneOf(value, [null, ...resolutions]),
  leadShowed: (value) => isOneOf(value, yesOrNo),
  offerMade: (value) => isOneOf(value, yesOrNo),
  dealClosed: (value) => isOneOf(value, yesOrNo),
  paymentType: (value) => isOneOf(value, [null, ...paymentTypes]),
  cashCollected: (value) => typeof value === 'string',
  notes: (value) => typeof value === 'string',
}

/** Whether what was kept is a draft of this very form, and not of an older release's. */
function isDraft(kept: unknown): kept is FormDraft {
  if (typeof kept !== 'object' || kept === null || !('version' in kept) || !('answers' in kept)) return false
  const { version, answers } = kept
  if (typeof version !== 'number' || typeof answers !== 'object' || answers === null) return false
  const given = new Map<string, unknown>(Object.entries(answers))
  return Object.entries(answerFits).every(([name, fits]) => given.has(name) && fits(given.get(name)))
}

export interface FormDraftStore {
  read: () => FormDraft | null
  keep: (draft: { version: number; answers: FormAnswers }) => void
  drop: () => void
}

/** What was typed into one call's form, kept in this tab until it is sent or dropped: it outlives a look at another call. */
export function useFormDraft(eventId: string): FormDraftStore {
  const { id: viewerId } = useViewer()
  const key = `clinch.form.${viewerId}.${eventId}`
  const read = useCallback((): FormDraft | null => {
    try {
      const text = sessionStorage.getItem(key)
      if (text === null) return null
      const kept: unknown = JSON.parse(text)
      return isDraft(kept) ? kept : null
    } catch {
      // Storage may be forbidden, or hold what an older release wrote: then there is no draft.
      return null
    }
  }, [key])
  const keep = useCallback(
    (draft: FormDraft) => {
      try {
        sessionStorage.setItem(key, JSON.stringify(draft))
      } catch {
        // Forbidden or full: what was typed then lasts as long as the form is open.
      }
    },
    [key],
  )
  const drop = useCallback(() => {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // As above.
    }
  }, [key])
  return { read, keep, drop }
}
