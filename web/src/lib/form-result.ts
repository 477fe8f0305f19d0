/** Where something can be done about a refusal: `See the plans`. */
export interface WayOut {
  label: string
  /** A path of ours. */
  to: string
}

/** Where what is wrong is said at the fields themselves. */
export const unanswered = { ok: false, message: 'Look at the fields that are marked' } as const

/** What sending a form came to: done, or why not, in words for the form; with the field that it concerns, if it is one. */
export type FormResult<FieldName extends string> =
  { ok: true } | { ok: false; message: string; field?: FieldName; wayOut?: WayOut }
