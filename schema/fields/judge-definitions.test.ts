import { describe, expect, it } from 'vitest'
import { fieldKinds, type FieldDefinition, type FieldKind, fieldLimits, judgeDefinitions, keyProblem, optionColors } from './index.ts'

const field = (key: string, kind: FieldKind = 'text', change: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key,
  kind,
  label: `The ${key}`,
  help: null,
  required: false,
  options: kind === 'select' || kind === 'multi_select' ? [{ key: 'a', label: 'A', color: null }] : [],
  shownIf: null,
  ...change,
})
const blamed = (...fields: FieldDefinition[]) => judgeDefinitions(fields).problems?.map(({ path }) => path)

describe('fields as an admin defines them', () => {
  it('can be of every kind, with options in every colour', () => {
    const options = optionColors.map((color) => ({ key: color, label: color, color }))
    const fields = fieldKinds.map((kind) =>
      field(kind, kind, kind === 'select' || kind === 'multi_select' ? { options } : { required: true, help: 'Ask twice' }),
    )
    expect(judgeDefinitions(fields)).toEqual({ definitions: fields })
  })

  it('are stored without the space around their words', () => {
    const { definitions } = judgeDefinitions([field('a', 'text', { label: ' Two \n words ', help: '  ' })])
    expect(definitions).toEqual([field('a', 'text', { label: 'Two words', help: null })])
  })

  it.each<[string, FieldDefinition[], string[]]>([
    ['two of one key', [field('a'), field('a')], ['fields.1.key']],
    ['no label', [field('a', 'text', { label: ' ' })], ['fields.0.label']],
    ['a label too long', [field('a', 'text', { label: 'x'.repeat(121) })], ['fields.0.label']],
    ['a help too long', [field('a', 'text', { help: 'x'.repeat(501) })], ['fields.0.help']],
    ['a choice without options', [field('a', 'select', { options: [] })], ['fields.0.options']],
    ['options of what is no choice', [field('a', 'text', { options: [{ key: 'a', label: 'A', color: null }] })], ['fields.0.options']],
    [
      'two options of one key or label',
      [
        field('a', 'select', {
          options: [
            { key: 'x', label: 'Yes', color: null },
            { key: 'x', label: 'yes ', color: null },
          ],
        }),
      ],
      ['fields.0.options.1.key', 'fields.0.options.1.label'],
    ],
    [
      'a field that hangs on a later one',
      [field('a', 'text', { shownIf: { fieldKey: 'b', anyOf: ['a'] } }), field('b', 'select')],
      ['fields.0.shownIf.fieldKey'],
    ],
    ['a field that hangs on itself', [field('a', 'select', { shownIf: { fieldKey: 'a', anyOf: ['a'] } })], ['fields.0.shownIf.fieldKey']],
    [
      'a field that hangs on a text',
      [field('a'), field('b', 'text', { shownIf: { fieldKey: 'a', anyOf: ['x'] } })],
      ['fields.1.shownIf.fieldKey'],
    ],
    [
      'a field that hangs on no answer',
      [field('a', 'boolean'), field('b', 'text', { shownIf: { fieldKey: 'a', anyOf: [] } })],
      ['fields.1.shownIf.anyOf'],
    ],
    [
      'a field that hangs on an answer that there is not',
      [field('a', 'select'), field('b', 'text', { shownIf: { fieldKey: 'a', anyOf: ['a', 'z'] } })],
      ['fields.1.shownIf.anyOf'],
    ],
  ])('with %s are refused', (_, fields, paths) => {
    expect(blamed(...fields)).toEqual(paths)
  })

  it('may hang on an earlier choice or yes-or-no', () => {
    const fields = [
      field('a', 'multi_select'),
      field('b', 'boolean', { shownIf: { fieldKey: 'a', anyOf: ['a'] } }),
      field('c', 'text', { shownIf: { fieldKey: 'b', anyOf: ['false'] } }),
    ]
    expect(judgeDefinitions(fields)).toEqual({ definitions: fields })
  })

  it('are a hundred at most, and so are the options of each', () => {
    const many = Array.from({ length: 101 }, (_, index) => field(`f${index}`))
    expect(blamed(...many)).toEqual(['fields'])
    expect(judgeDefinitions(many.slice(1)).problems).toBeUndefined()
    const options = Array.from({ length: 101 }, (_, index) => ({ key: `o${index}`, label: `O ${index}`, color: null }))
    expect(blamed(field('a', 'select', { options }))).toEqual(['fields.0.options'])
  })

  it('keep the kind that they ever had', () => {
    const kinds = new Map<string, FieldKind>([['a', 'number']])
    expect(judgeDefinitions([field('a', 'text')], { kinds }).problems).toEqual([
      { path: 'fields.0.kind', message: 'The kind of a field cannot change. Make a new field.' },
    ])
    expect(judgeDefinitions([field('a', 'number')], { kinds }).problems).toBeUndefined()
  })

  it('do not take the name of what stands beside them', () => {
    const { problems } = judgeDefinitions([field('notes')], { beside: { notes: [] } })
    expect(problems).toEqual([{ path: 'fields.0.key', message: 'A standard question has this key.' }])
  })
})

describe('a key', () => {
  it.each(['plan', 'a', 'plan_2', 'x'.repeat(fieldLimits.keyLength)])('may be %s', (key) => {
    expect(keyProblem(key)).toBeNull()
  })
  it.each(['', 'Plan', '2nd', '_a', 'a-b', 'a b', 'é', '__proto__', 'constructor', 'prototype', 'x'.repeat(41)])('may not be %j', (key) => {
    expect(keyProblem(key)).toMatch(/\.$/)
  })
})
