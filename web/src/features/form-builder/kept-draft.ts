import { fieldKinds, optionColors } from '@clinch/schema/fields'
import { questionNames } from '@clinch/schema/forms'
import * as z from 'zod/mini'
import type { BuilderDraft } from './builder-draft.ts'

/** A form that was begun and not saved. */
export interface KeptDraft {
  /** The version that it was begun on. */
  base: number
  draft: BuilderDraft
}

const condition = z.nullable(z.object({ of: z.string(), anyOf: z.array(z.string()) }))
const option = z.object({
  id: z.string(),
  key: z.nullable(z.string()),
  label: z.string(),
  color: z.nullable(z.enum(optionColors)),
})
const field = z.object({
  id: z.string(),
  key: z.nullable(z.string()),
  kind: z.enum(fieldKinds),
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  options: z.array(option),
  condition,
})
const standard = z.object({
  name: z.enum(questionNames),
  label: z.string(),
  help: z.string(),
  hidden: z.boolean(),
  required: z.boolean(),
})
const kept = z.object({
  base: z.number(),
  draft: z.object({ standard: z.array(standard), fields: z.array(field) }),
})

const keyOf = (owner: string): string => `clinch.form-builder.${owner}`

/** What was begun in this browser; null for nothing, and for what an older release wrote. */
export function readKeptDraft(owner: string): KeptDraft | null {
  try {
    const text = localStorage.getItem(keyOf(owner))
    return text === null ? null : (kept.safeParse(JSON.parse(text)).data ?? null)
  } catch {
    // Storage may be forbidden, or hold what is no JSON: then nothing was kept.
    return null
  }
}

/** Keeps what is being written, or forgets it. `owner` is whose it is: the organization and the person. */
export function keepDraft(owner: string, draft: KeptDraft | null): void {
  try {
    if (draft) localStorage.setItem(keyOf(owner), JSON.stringify(draft))
    else localStorage.removeItem(keyOf(owner))
  } catch {
    // Forbidden or full: what is being written then lasts as long as the page is open.
  }
}
