import {
  fieldKinds,
  fieldLimits,
  hasOptions,
  optionColors,
  type FieldDefinition,
  type FieldKind,
  type FieldOption,
  type FieldProblem,
} from './field-definition.ts'

export type DefinitionsVerdict =
  { definitions: FieldDefinition[]; problems?: undefined } | { definitions?: undefined; problems: FieldProblem[] }

export interface DefinitionsContext {
  /** What a shown-if may ask for beside the fields, with the values that it can have. Their names are no keys of fields. */
  beside?: Readonly<Record<string, readonly string[]>>
  /** Fields that there are or were: the kind of one cannot change, since what was filed under it would no longer be of its kind. */
  kinds?: ReadonlyMap<string, FieldKind>
  /** What stands before a field's place in the path of a problem; `fields` unless said. */
  path?: string
}

const keyPattern = /^[a-z][a-z0-9_]*$/

/** Why a text cannot be the key of a field or an option; null where it can. */
export function keyProblem(key: string): string | null {
  if (!keyPattern.test(key)) return 'A key has lower case letters, digits and _, and begins with a letter.'
  if (key.length > fieldLimits.keyLength) return `A key has at most ${fieldLimits.keyLength} characters.`
  // Names that every object has, or that programs give a meaning of their own.
  return key in {} || key === 'prototype' ? 'This key is taken by the language of programs. Choose another.' : null
}

/** Judges fields as an admin defines them. Answers them as they are to be stored, or every problem by its path (`fields.2.options.0.label`). */
export function judgeDefinitions(
  given: readonly FieldDefinition[],
  { beside = {}, kinds = new Map(), path = 'fields' }: DefinitionsContext = {},
): DefinitionsVerdict {
  if (given.length > fieldLimits.fields) return { problems: [{ path, message: `There can be ${fieldLimits.fields} fields at most.` }] }
  const problems: FieldProblem[] = []
  const choices = new Map(Object.entries(beside))
  const earlier = new Set<string>()
  const definitions = given.map((field, index) => {
    const refuse = (at: string, message: string) => problems.push({ path: `${path}.${index}.${at}`, message })
    const wrongKey = keyProblem(field.key)
    if (wrongKey) refuse('key', wrongKey)
    else if (earlier.has(field.key)) refuse('key', 'Another field has this key.')
    else if (Object.hasOwn(beside, field.key)) refuse('key', 'A standard question has this key.')
    if (!fieldKinds.includes(field.kind)) refuse('kind', 'There is no such kind of field.')
    const kind = kinds.get(field.key)
    if (kind !== undefined && kind !== field.kind) refuse('kind', 'The kind of a field cannot change. Make a new field.')
    judgeShownIf(field, choices, refuse)
    earlier.add(field.key)
    const options = judgeOptions(field, refuse)
    if (field.kind === 'boolean') choices.set(field.key, ['true', 'false'])
    if (hasOptions(field.kind))
      choices.set(
        field.key,
        options.map(({ key }) => key),
      )
    return {
      key: field.key,
      kind: field.kind,
      label: judgeLine(field.label, 'label', fieldLimits.labelLength, refuse),
      help: judgeHelp(field.help, refuse),
      required: field.required,
      options,
      shownIf: field.shownIf && { fieldKey: field.shownIf.fieldKey, anyOf: [...new Set(field.shownIf.anyOf)] },
    }
  })
  return problems.length > 0 ? { problems } : { definitions }
}

type Refuse = (at: string, message: string) => void

function judgeOptions({ kind, options }: FieldDefinition, refuse: Refuse): FieldOption[] {
  if (!hasOptions(kind)) {
    if (options.length > 0) refuse('options', 'Only a choice has options.')
    return []
  }
  if (options.length === 0) refuse('options', 'A choice needs an option at least.')
  if (options.length > fieldLimits.options) {
    refuse('options', `There can be ${fieldLimits.options} options at most.`)
    return []
  }
  const keys = new Set<string>()
  const labels = new Set<string>()
  return options.map(({ key, label, color }, index) => {
    const at = `options.${index}`
    const wrongKey = keyProblem(key)
    if (wrongKey) refuse(`${at}.key`, wrongKey)
    else if (keys.has(key)) refuse(`${at}.key`, 'Another option has this key.')
    keys.add(key)
    const line = judgeLine(label, `${at}.label`, fieldLimits.labelLength, refuse)
    if (labels.has(line.toLowerCase())) refuse(`${at}.label`, 'Another option has this label.')
    labels.add(line.toLowerCase())
    if (color !== null && !optionColors.includes(color)) refuse(`${at}.color`, 'There is no such colour.')
    return { key, label: line, color }
  })
}

function judgeShownIf({ shownIf }: FieldDefinition, choices: ReadonlyMap<string, readonly string[]>, refuse: Refuse): void {
  if (!shownIf) return
  const known = choices.get(shownIf.fieldKey)
  if (!known) return refuse('shownIf.fieldKey', 'A field can hang on an earlier choice or yes-or-no only.')
  if (shownIf.anyOf.length === 0) refuse('shownIf.anyOf', 'Say for which answers it is shown.')
  const unknown = shownIf.anyOf.find((value) => !known.includes(value))
  if (unknown !== undefined) refuse('shownIf.anyOf', `${unknown} is no answer to it.`)
}

/** One line of text for people: trimmed, single spaces, and there. */
export function judgeLine(text: string, at: string, maxLength: number, refuse: Refuse): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') refuse(at, 'This cannot be empty.')
  if (line.length > maxLength) refuse(at, `This has at most ${maxLength} characters.`)
  if (/[\p{Cs}\p{Cc}]/u.test(line)) refuse(at, 'Some characters of this cannot be kept.')
  return line
}

/** A help text, or null for none. */
export function judgeHelp(text: string | null, refuse: Refuse): string | null {
  return text === null || text.trim() === '' ? null : judgeLine(text, 'help', fieldLimits.helpLength, refuse)
}
