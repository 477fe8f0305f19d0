import { hasOptions, type FieldDefinition, type FieldKind, type OptionColor } from '@clinch/schema/fields'
import { isAnother, noPast, type FormPast, type PastOption } from '@clinch/schema/forms'
import type { StandardDraft } from './standard-questions.ts'

/** An option as it is being written. */
export interface OptionDraft {
  /** Of this draft; that of an option that was saved before it is its key. */
  id: string
  /** Null until it is saved first: it is made of the label then. */
  key: string | null
  label: string
  color: OptionColor | null
}

/** For which answers a field is shown. */
export interface ConditionDraft {
  /** The draft's id of the field that it hangs on, or the name of a standard question. */
  of: string
  /** Ids of options, `true` and `false` of a yes-or-no, or the answers of a standard question. */
  anyOf: readonly string[]
}

/** A field as it is being written. */
export interface FieldDraft {
  /** Of this draft; that of a field that was saved before it is its key. */
  id: string
  /** Null until it is saved first: it is made of the label then. */
  key: string | null
  kind: FieldKind
  label: string
  /** Empty for none. */
  help: string
  required: boolean
  /** Kept while the kind is another, so that a look at one takes nothing away. */
  options: readonly OptionDraft[]
  condition: ConditionDraft | null
}

export const newField = (id: string, kind: FieldKind, optionIds: readonly string[]): FieldDraft => ({
  id,
  key: null,
  kind,
  label: '',
  help: '',
  required: false,
  options: optionIds.map(newOption),
  condition: null,
})

export const newOption = (id: string): OptionDraft => ({ id, key: null, label: '', color: null })

/** A saved field, to be changed. */
export const toFieldDraft = ({ key, kind, label, help, required, options, shownIf }: FieldDefinition): FieldDraft => ({
  id: key,
  key,
  kind,
  label,
  help: help ?? '',
  required,
  options: options.map((option) => ({ ...option, id: option.key })),
  condition: shownIf && { of: shownIf.fieldKey, anyOf: shownIf.anyOf },
})

type Keys = ReadonlyMap<string, string>

const toCondition = (condition: ConditionDraft | null, keys: Keys, optionKeys: Keys): FieldDefinition['shownIf'] =>
  condition && {
    fieldKey: keys.get(condition.of) ?? condition.of,
    anyOf: condition.anyOf.map((each) => optionKeys.get(`${condition.of} ${each}`) ?? each),
  }

/** The draft's fields as a definition, each with the key that `keyOfField` and `keyOfOption` give it. */
function toDefinitions(
  fields: readonly FieldDraft[],
  keys: Keys,
  /** By `<field's id> <option's id>`. */
  optionKeys: Keys,
): FieldDefinition[] {
  return fields.map(({ id, kind, label, help, required, options, condition }) => ({
    key: keys.get(id) ?? id,
    kind,
    label: label.trim(),
    help: help.trim() === '' ? null : help.trim(),
    required,
    options: hasOptions(kind)
      ? options.map((option) => ({
          key: optionKeys.get(`${id} ${option.id}`) ?? option.id,
          label: option.label.trim(),
          color: option.color,
        }))
      : [],
    shownIf: toCondition(condition, keys, optionKeys),
  }))
}

const none: Keys = new Map()

/** The fields as the preview asks them, by the ids of the draft: what was answered there stays while a label is being written. */
export const toPreview = (fields: readonly FieldDraft[]): FieldDefinition[] =>
  toDefinitions(
    fields.map((field) => ({
      ...field,
      label: field.label.trim() === '' ? 'New field' : field.label,
      options: field.options.filter((option) => option.label.trim() !== ''),
    })),
    none,
    none,
  )

const keyLength = 40

/** A label as a key: `Why not?` is `why_not`. */
const slug = (label: string, fallback: string): string =>
  label
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+/, '')
    .slice(0, keyLength)
    .replace(/_+$/, '') || fallback

/** The slug, with a number after it where it is taken. */
function freeKey(label: string, fallback: string, taken: Set<string>): string {
  const wanted = slug(label, fallback)
  let key = wanted
  for (let number = 2; taken.has(key) || key in {}; number += 1) {
    const end = `_${number}`
    key = wanted.slice(0, keyLength - end.length) + end
  }
  taken.add(key)
  return key
}

const neverHad: ReadonlyMap<string, PastOption> = new Map()

/** The key that an option keeps. One that comes back from an earlier version and is called otherwise than it was is another one. */
const keptKey = ({ key, label }: OptionDraft, had: ReadonlyMap<string, PastOption>): string | null =>
  key === null || isAnother(label, had.get(key)) ? null : key

/** The fields as they are saved: each new one gets a key that none ever had, which stays whatever it is called later; so do options. */
export function toSaved(fields: readonly FieldDraft[], past: FormPast = noPast): FieldDefinition[] {
  const taken = new Set([...past.kinds.keys(), ...fields.flatMap(({ key }) => key ?? [])])
  const keys = new Map(fields.map(({ id, key, label, kind }) => [id, key ?? freeKey(label, kind, taken)] as const))
  const optionKeys = new Map(
    fields.flatMap(({ id, key: fieldKey, options }) => {
      const had = (fieldKey !== null && past.options.get(fieldKey)) || neverHad
      const takenHere = new Set([...had.keys(), ...options.flatMap(({ key }) => key ?? [])])
      return options.map(
        (option) => [`${id} ${option.id}`, keptKey(option, had) ?? freeKey(option.label, 'option', takenHere)] as const,
      )
    }),
  )
  return toDefinitions(fields, keys, optionKeys)
}

/** A form as it is being written. */
export interface BuilderDraft {
  standard: readonly StandardDraft[]
  /** In the order in which they are asked. */
  fields: readonly FieldDraft[]
}
