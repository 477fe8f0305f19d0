import { useMemo } from 'react'
import { useViewer } from '../../lib/viewer.ts'
import type { FormAnswers } from './form-answers.ts'
import { isAnswers } from './kept-answers.ts'

/** A form that was begun and not sent. */
export interface FormDraft {
  /** The form's version that the answers were begun on; 0 for none. */
  version: number
  answers: FormAnswers
}

/** Whether what was kept is a draft of this very form, and not of an older release's. */
function isDraft(kept: unknown): kept is FormDraft {
  if (typeof kept !== 'object' || kept === null || !('version' in kept) || !('answers' in kept)) return false
  return typeof kept.version === 'number' && isAnswers(kept.answers)
}

export interface FormDraftStore {
  read: () => FormDraft | null
  keep: (draft: FormDraft) => void
  drop: () => void
}

const prefix = 'clinch.form.'

/** What a person typed into one call's form, kept on this device until it is sent or dropped: it outlives the page and the browser. */
export function formDraftOf(keptAs: string, eventId: string): FormDraftStore {
  const key = `${prefix}${keptAs}.${eventId}`
  return {
    read: () => {
      try {
        const text = localStorage.getItem(key)
        if (text === null) return null
        const kept: unknown = JSON.parse(text)
        return isDraft(kept) ? kept : null
      } catch {
        // Storage may be forbidden, or hold what an older release wrote: then there is no draft.
        return null
      }
    },
    keep: (draft) => {
      try {
        localStorage.setItem(key, JSON.stringify(draft))
      } catch {
        // Forbidden or full: what was typed then lasts as long as the form is open.
      }
    },
    drop: () => {
      try {
        localStorage.removeItem(key)
      } catch {
        // As above.
      }
    },
  }
}

/** Drops whatever a person typed and did not send: they leave this device. */
export function forgetDrafts(keptAs: string): void {
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(`${prefix}${keptAs}.`)) localStorage.removeItem(key)
  } catch {
    // Storage is forbidden: nothing was kept.
  }
}

/** Takes over what was typed under another name of the same person, as far as nothing was under the new one. */
export function adoptDrafts(from: string, to: string): void {
  const former = `${prefix}${from}.`
  try {
    for (const key of Object.keys(localStorage)) {
      if (!key.startsWith(former)) continue
      const own = `${prefix}${to}.${key.slice(former.length)}`
      localStorage.setItem(own, localStorage.getItem(own) ?? localStorage.getItem(key) ?? '')
      localStorage.removeItem(key)
    }
  } catch {
    // Forbidden or full: what is there stays where it is.
  }
}

/** The viewer's own draft of a call's form. */
export function useFormDraft(eventId: string): FormDraftStore {
  const { keptAs } = useViewer()
  return useMemo(() => formDraftOf(keptAs, eventId), [keptAs, eventId])
}
