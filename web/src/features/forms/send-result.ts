import type { WayOut } from '../../lib/form-result.ts'
import type { AnswerPath, FormAnswers } from './form-answers.ts'

/** The form as somebody else has filed it meanwhile. */
export interface LatestForm {
  version: number
  answers: FormAnswers
  /** What it says, in a sentence. */
  sentence: string
  /** Who filed this version, and when. */
  by: string
  at: string
}

/** What sending came to; `conflict` where the form has been filed by somebody else since it was begun. */
export type SendResult =
  | { ok: true }
  | { ok: false; message: string; field?: AnswerPath; wayOut?: WayOut }
  | { ok: false; message: string; conflict: true }

/** The form as it stands on the server, or why it could not be had. */
export type LoadResult = { ok: true; latest: LatestForm } | { ok: false; message: string }
