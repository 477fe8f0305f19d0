import { useCallback } from 'react'
import * as z from 'zod/mini'
import { useViewer } from '../../lib/viewer.ts'
import { formAnswers, type FormAnswers } from './form-answers.ts'

const formDraft = z.object({
  /** The form's version that the answers were begun on; 0 for none. */
  version: z.number(),
  answers: formAnswers,
})

/** A form that was begun and not sent. */
export type FormDraft = z.infer<typeof formDraft>

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
      const parsed = formDraft.safeParse(JSON.parse(text))
      return parsed.success ? parsed.data : null
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
