import type { FormDefinition } from '@clinch/schema/forms'
import { toFieldDraft } from './builder-draft.ts'
import type { BuilderDraft } from './builder-draft.ts'
import { definitionOf, type PathProblem } from './draft-problems.ts'
import { toStandardDrafts } from './standard-questions.ts'

/** A version of the form as it was saved. */
export interface SavedForm {
  /** 0 for the form that an organization begins with, which nobody saved. */
  version: number
  definition: FormDefinition
  savedAt: string | null
  savedByName: string | null
}

/** What saving came to: a new version, or why not, at the parts that are concerned. */
export type SaveResult =
  { ok: true; saved: SavedForm } | { ok: false; message: string; problems?: readonly PathProblem[] }

/** A saved form, to be changed. */
export const draftOf = (definition: FormDefinition): BuilderDraft => ({
  standard: toStandardDrafts(definition),
  fields: definition.fields.map(toFieldDraft),
})

/** Whether a draft asks something else than a definition does. */
export const differs = (draft: BuilderDraft, definition: FormDefinition): boolean =>
  JSON.stringify(definitionOf(draft)) !== JSON.stringify(definitionOf(draftOf(definition)))
