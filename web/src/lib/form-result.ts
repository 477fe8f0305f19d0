/** Where something can be done about a refusal: `See the plans`. */
export interface WayOut {
  label: string
  /** A path of ours. */
  to: string
}

/** What sending a form came to: done, or why not, in words for the form; with the field that it concerns, if it is one. */
export type FormResult<FieldName extends string> =
  { ok: true } | { ok: false; message: string; field?: FieldName; wayOut?: WayOut }
