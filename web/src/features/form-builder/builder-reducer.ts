import type { FieldKind } from '@clinch/schema/fields'
import type { FormDefinition } from '@clinch/schema/forms'
import {
  newField,
  newOption,
  type BuilderDraft,
  type ConditionDraft,
  type FieldDraft,
  type OptionDraft,
} from './builder-draft.ts'
import { differs, draftOf } from './saved-form.ts'
import type { StandardDraft } from './standard-questions.ts'

/** What was taken out, so that it can be put back. */
export interface Removed {
  field: FieldDraft
  at: number
  /** The conditions of others that went with it, by the id of their field. */
  conditions: Readonly<Record<string, ConditionDraft>>
}

type FieldText = Partial<Pick<FieldDraft, 'label' | 'help' | 'required'>>

export type BuilderAction =
  | { type: 'begin'; draft: BuilderDraft }
  | { type: 'saved'; sent: BuilderDraft; definition: FormDefinition }
  | { type: 'change-standard'; name: string; change: Partial<Omit<StandardDraft, 'name'>> }
  | { type: 'add-field'; id: string; kind: FieldKind; optionIds: readonly string[] }
  | { type: 'change-field'; id: string; change: FieldText }
  | { type: 'change-kind'; id: string; kind: FieldKind; optionIds: readonly string[] }
  | { type: 'move-field'; id: string; to: number }
  | { type: 'remove-field'; id: string }
  | { type: 'put-back'; removed: Removed }
  | { type: 'set-condition'; id: string; condition: ConditionDraft | null }
  | { type: 'add-option'; id: string; optionId: string }
  | { type: 'change-option'; id: string; optionId: string; change: Partial<Pick<OptionDraft, 'label' | 'color'>> }
  | { type: 'move-option'; id: string; optionId: string; to: number }
  | { type: 'remove-option'; id: string; optionId: string }

/** The list with one of its entries at another place, the nearest there is. */
export function moved<Entry extends { id: string }>(
  entries: readonly Entry[],
  id: string,
  to: number,
): readonly Entry[] {
  const entry = entries.find((each) => each.id === id)
  if (!entry) return entries
  const others = entries.filter((each) => each !== entry)
  return others.toSpliced(Math.max(0, Math.min(others.length, to)), 0, entry)
}

const changed = (
  fields: readonly FieldDraft[],
  id: string,
  change: (field: FieldDraft) => FieldDraft,
): readonly FieldDraft[] => fields.map((field) => (field.id === id ? change(field) : field))

/** The conditions without some answers of one field; a condition without any answer left is none. */
const withoutAnswers = (
  fields: readonly FieldDraft[],
  of: string,
  gone: (answer: string) => boolean,
): readonly FieldDraft[] =>
  fields.map((field) => {
    if (field.condition?.of !== of) return field
    const anyOf = field.condition.anyOf.filter((answer) => !gone(answer))
    return { ...field, condition: anyOf.length === 0 ? null : { of, anyOf } }
  })

/** What would be taken out with a field. */
export const removedOf = ({ fields }: BuilderDraft, id: string): Removed | null => {
  const at = fields.findIndex((field) => field.id === id)
  const field = fields[at]
  return field
    ? {
        field,
        at,
        conditions: Object.fromEntries(
          fields.flatMap((other) => (other.condition?.of === id ? [[other.id, other.condition]] : [])),
        ),
      }
    : null
}

/**
 * The fields with the keys that they were saved with. What was written since they were sent stays, and so do their ids, so that an open
 * field stays open and keeps the focus.
 */
function withSavedKeys(fields: readonly FieldDraft[], sent: BuilderDraft, saved: FormDefinition): FieldDraft[] {
  return fields.map((field) => {
    const at = sent.fields.findIndex(({ id }) => id === field.id)
    const before = sent.fields[at]
    const definition = saved.fields[at]
    if (!before || !definition) return field
    const options = field.options.map((option) => {
      const optionAt = before.options.findIndex(({ id }) => id === option.id)
      // One that came back from an earlier version may have been saved as another one.
      return { ...option, key: definition.options[optionAt]?.key ?? option.key }
    })
    return { ...field, key: field.key ?? definition.key, options }
  })
}

/** One step of writing a form. */
export function changeDraft(draft: BuilderDraft, action: BuilderAction): BuilderDraft {
  if (action.type === 'begin') return action.draft
  if (action.type === 'saved') {
    const kept = { ...draft, fields: withSavedKeys(draft.fields, action.sent, action.definition) }
    // Where nothing was written since, it is what was saved, to the letter.
    return draft === action.sent && differs(kept, action.definition) ? draftOf(action.definition) : kept
  }
  if (action.type === 'change-standard') {
    const standard = draft.standard.map((each) => (each.name === action.name ? { ...each, ...action.change } : each))
    return { ...draft, standard }
  }
  return { ...draft, fields: changeFields(draft.fields, action) }
}

type FieldAction = Exclude<BuilderAction, { type: 'begin' | 'saved' | 'change-standard' }>

function changeFields(fields: readonly FieldDraft[], action: FieldAction): readonly FieldDraft[] {
  switch (action.type) {
    case 'add-field':
      return [...fields, newField(action.id, action.kind, action.optionIds)]
    case 'change-field':
      return changed(fields, action.id, (field) => ({ ...field, ...action.change }))
    case 'change-kind':
      // Answers of another kind are other answers: what was shown by them is always shown.
      return withoutAnswers(
        changed(fields, action.id, (field) => ({
          ...field,
          kind: action.kind,
          options: field.options.length > 0 ? field.options : action.optionIds.map(newOption),
        })),
        action.id,
        () => true,
      )
    case 'move-field':
      return moved(fields, action.id, action.to)
    case 'remove-field':
      return withoutAnswers(
        fields.filter((field) => field.id !== action.id),
        action.id,
        () => true,
      )
    case 'put-back':
      // Giving up all changes brings it back as well.
      if (
        fields.some(
          ({ id, key }) => id === action.removed.field.id || (key !== null && key === action.removed.field.key),
        )
      )
        return fields
      return fields
        .toSpliced(action.removed.at, 0, action.removed.field)
        .map((field) => ({ ...field, condition: field.condition ?? action.removed.conditions[field.id] ?? null }))
    case 'set-condition':
      return changed(fields, action.id, (field) => ({ ...field, condition: action.condition }))
    default:
      return changeOptions(fields, action)
  }
}

type OptionAction = Extract<FieldAction, { optionId: string }>

function changeOptions(fields: readonly FieldDraft[], action: OptionAction): readonly FieldDraft[] {
  const change = (next: (options: readonly OptionDraft[]) => readonly OptionDraft[]) =>
    changed(fields, action.id, (field) => ({ ...field, options: next(field.options) }))
  switch (action.type) {
    case 'add-option':
      return change((options) => [...options, newOption(action.optionId)])
    case 'change-option':
      return change((options) =>
        options.map((option) => (option.id === action.optionId ? { ...option, ...action.change } : option)),
      )
    case 'move-option':
      return change((options) => moved(options, action.optionId, action.to))
    case 'remove-option':
      return withoutAnswers(
        change((options) => options.filter((option) => option.id !== action.optionId)),
        action.id,
        (answer) => answer === action.optionId,
      )
  }
}
