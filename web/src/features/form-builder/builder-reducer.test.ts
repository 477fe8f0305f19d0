import { noPast, standardForm, type FormDefinition, type FormPast } from '@clinch/schema/forms'
import { describe, expect, it } from 'vitest'
import type { BuilderDraft } from './builder-draft.ts'
import { changeDraft, removedOf, type BuilderAction } from './builder-reducer.ts'
import { conditionSources, conditionWords } from './conditions.ts'
import { definitionOf, placeProblems, problemsOf } from './draft-problems.ts'
import { toPreview } from './builder-draft.ts'
import { pastOf } from './form-past.ts'
import { differs, draftOf } from './saved-form.ts'

const saved: FormDefinition = {
  questions: [{ name: 'cashCollected', label: 'Paid on the call', help: null, hidden: false, required: true }],
  fields: [
    {
      key: 'objection',
      kind: 'select',
      label: 'Objection',
      help: null,
      required: true,
      options: [
        { key: 'price', label: 'Price', color: 'rust' },
        { key: 'timing', label: 'Timing', color: null },
      ],
      shownIf: { fieldKey: 'dealClosed', anyOf: ['false'] },
    },
    {
      key: 'budget',
      kind: 'money',
      label: 'Budget',
      help: 'A month.',
      required: false,
      options: [],
      shownIf: { fieldKey: 'objection', anyOf: ['price'] },
    },
    {
      key: 'partner',
      kind: 'boolean',
      label: 'Partner joined',
      help: null,
      required: false,
      options: [],
      shownIf: null,
    },
  ],
}

const after = (draft: BuilderDraft, ...actions: BuilderAction[]) => actions.reduce(changeDraft, draft)
const begun = draftOf(saved)
const empty = draftOf(standardForm)
const keysOf = (draft: BuilderDraft) => draft.fields.map(({ id }) => id)
const save = (draft: BuilderDraft, past?: FormPast) => definitionOf(draft, past)
/** The versions of a form, the first one first. */
const versionsOf = (...definitions: readonly FormDefinition[]) =>
  definitions.map((definition, at) => ({ version: at + 1, definition, savedAt: null, savedByName: null }))

describe('the draft of a form', () => {
  it('says what was saved as long as nothing is changed, and again when a change is taken back', () => {
    expect(save(begun)).toEqual(saved)
    expect(differs(begun, saved)).toBe(false)
    const changed = after(begun, { type: 'change-field', id: 'budget', change: { label: 'Budget a month' } })
    expect(differs(changed, saved)).toBe(true)
    expect(differs(after(changed, { type: 'change-field', id: 'budget', change: { label: 'Budget' } }), saved)).toBe(
      false,
    )
  })

  it('gives a new field a key made of its label, that no field has or had', () => {
    const draft = after(
      begun,
      { type: 'add-field', id: 'n1', kind: 'text', optionIds: [] },
      { type: 'change-field', id: 'n1', change: { label: 'Objection!' } },
      { type: 'add-field', id: 'n2', kind: 'text', optionIds: [] },
      { type: 'change-field', id: 'n2', change: { label: 'Qué pasó' } },
      { type: 'add-field', id: 'n3', kind: 'text', optionIds: [] },
      { type: 'change-field', id: 'n3', change: { label: '100 %' } },
    )
    expect(save(draft, { ...noPast, kinds: new Map([['objection_2', 'text']]) }).fields.map(({ key }) => key)).toEqual([
      'objection',
      'budget',
      'partner',
      'objection_3',
      'que_paso',
      'text',
    ])
  })

  it('keeps the key of a saved field and of its options whatever they are called', () => {
    const draft = after(
      begun,
      { type: 'change-field', id: 'objection', change: { label: 'Why not?' } },
      { type: 'change-option', id: 'objection', optionId: 'price', change: { label: 'Too dear', color: 'wine' } },
    )
    expect(save(draft).fields[0]).toMatchObject({
      key: 'objection',
      label: 'Why not?',
      options: [{ key: 'price', label: 'Too dear', color: 'wine' }, { key: 'timing' }],
    })
  })

  it('gives a new option a key that none of its field has or had, also where that was called otherwise by then', () => {
    const [first, second, third] = [
      saved,
      save(
        after(begun, {
          type: 'change-option',
          id: 'objection',
          optionId: 'price',
          change: { label: 'Partner says no' },
        }),
      ),
      save(after(begun, { type: 'remove-option', id: 'objection', optionId: 'price' })),
    ]
    const adding = (definition: FormDefinition) =>
      after(
        draftOf(definition),
        { type: 'remove-option', id: 'objection', optionId: 'price' },
        { type: 'add-option', id: 'objection', optionId: 'n1' },
        { type: 'change-option', id: 'objection', optionId: 'n1', change: { label: 'Price' } },
      )
    const keys = (draft: BuilderDraft, past: FormPast) => save(draft, past).fields[0]?.options.map(({ key }) => key)
    expect(keys(adding(second), pastOf(versionsOf(first, second)))).toEqual(['timing', 'price_2'])
    expect(keys(adding(third), pastOf(versionsOf(first, second, third)))).toEqual(['timing', 'price_2'])
  })

  it('brings an option back from an earlier version under its key, and as another one where it was called otherwise last', () => {
    const relabelled = save(
      after(begun, { type: 'change-option', id: 'objection', optionId: 'price', change: { label: 'Partner says no' } }),
    )
    const without = save(after(begun, { type: 'remove-option', id: 'objection', optionId: 'price' }))
    const past = pastOf(versionsOf(saved, relabelled, without))
    expect(save(draftOf(relabelled), past)).toEqual(relabelled)
    const again = save(begun, past)
    expect(again.fields[0]?.options.map(({ key }) => key)).toEqual(['price_2', 'timing'])
    expect(again.fields[1]?.shownIf).toEqual({ fieldKey: 'objection', anyOf: ['price_2'] })
    expect(problemsOf(begun, past)).toEqual([])
    // Saved so, it stays that one, whatever was written meanwhile.
    const written = after(
      begun,
      { type: 'change-field', id: 'budget', change: { label: 'Budget a month' } },
      { type: 'saved', sent: begun, definition: again },
    )
    expect(save(written, pastOf(versionsOf(saved, relabelled, without, again))).fields[0]).toEqual(again.fields[0])
  })

  it('moves a field to any place, and no further than the ends', () => {
    expect(keysOf(after(begun, { type: 'move-field', id: 'partner', to: 0 }))).toEqual([
      'partner',
      'objection',
      'budget',
    ])
    expect(keysOf(after(begun, { type: 'move-field', id: 'objection', to: 9 }))).toEqual([
      'budget',
      'partner',
      'objection',
    ])
    expect(keysOf(after(begun, { type: 'move-field', id: 'nobody', to: 0 }))).toEqual(keysOf(begun))
  })

  it('always shows what hung on a field that is taken out, and puts both back', () => {
    const removed = removedOf(begun, 'objection')
    const without = after(begun, { type: 'remove-field', id: 'objection' })
    expect(without.fields[0]).toMatchObject({ id: 'budget', condition: null })
    if (!removed) throw new Error('There is nothing to put back.')
    expect(after(without, { type: 'put-back', removed })).toEqual(begun)
  })

  it('puts back nothing that giving up all changes has brought back', () => {
    const removed = removedOf(begun, 'objection')
    if (!removed) throw new Error('There is nothing to put back.')
    const without = after(begun, { type: 'remove-field', id: 'objection' })
    expect(after(without, { type: 'begin', draft: begun }, { type: 'put-back', removed })).toEqual(begun)
    // A field that was saved under another id of the draft is the same field.
    const again = { ...begun, fields: begun.fields.map((field) => ({ ...field, id: `draft-${field.id}` })) }
    expect(after(again, { type: 'put-back', removed })).toEqual(again)
  })

  it('keeps what was written while it was saved, under the keys that it was saved with', () => {
    const sent = after(
      begun,
      { type: 'add-field', id: 'n1', kind: 'select', optionIds: ['x'] },
      { type: 'change-field', id: 'n1', change: { label: 'Who decides?' } },
      { type: 'change-option', id: 'n1', optionId: 'x', change: { label: 'Partner' } },
    )
    const definition = save(sent)
    const saved = after(sent, { type: 'saved', sent, definition })
    expect(saved.fields[3]).toMatchObject({ id: 'n1', key: 'who_decides', options: [{ id: 'x', key: 'partner' }] })
    expect(differs(saved, definition)).toBe(false)
    const written = after(
      sent,
      { type: 'change-field', id: 'n1', change: { label: 'Who has the last word?' } },
      { type: 'move-field', id: 'n1', to: 0 },
      { type: 'saved', sent, definition },
    )
    expect(save(written).fields[0]).toMatchObject({ key: 'who_decides', label: 'Who has the last word?' })
    // Words that are stored otherwise than they were sent are shown as they are stored.
    const stored = { ...definition, fields: definition.fields.map((field) => ({ ...field, help: 'As stored.' })) }
    expect(differs(after(sent, { type: 'saved', sent, definition: stored }), stored)).toBe(false)
  })

  it('drops an answer from what hangs on it when its option is taken out', () => {
    const both = after(begun, {
      type: 'set-condition',
      id: 'budget',
      condition: { of: 'objection', anyOf: ['price', 'timing'] },
    })
    const one = after(both, { type: 'remove-option', id: 'objection', optionId: 'price' })
    expect(one.fields[1]?.condition).toEqual({ of: 'objection', anyOf: ['timing'] })
    expect(after(one, { type: 'remove-option', id: 'objection', optionId: 'timing' }).fields[1]?.condition).toBeNull()
  })

  it('keeps the options of a choice while its kind is looked at as another, and frees what hung on it', () => {
    const draft = after(
      empty,
      { type: 'add-field', id: 'a', kind: 'select', optionIds: ['x', 'y'] },
      { type: 'change-option', id: 'a', optionId: 'x', change: { label: 'Price' } },
      { type: 'add-field', id: 'b', kind: 'text', optionIds: [] },
      { type: 'set-condition', id: 'b', condition: { of: 'a', anyOf: ['x'] } },
      { type: 'change-kind', id: 'a', kind: 'text', optionIds: [] },
    )
    expect(draft.fields[1]?.condition).toBeNull()
    expect(save(draft).fields[0]?.options).toEqual([])
    const again = after(draft, { type: 'change-kind', id: 'a', kind: 'multi_select', optionIds: [] })
    expect(again.fields[0]?.options.map(({ label }) => label)).toEqual(['Price', ''])
  })

  it('writes conditions on new fields and options by the keys that they are saved with', () => {
    const draft = after(
      empty,
      { type: 'add-field', id: 'a', kind: 'select', optionIds: ['x', 'y'] },
      { type: 'change-field', id: 'a', change: { label: 'Objection' } },
      { type: 'change-option', id: 'a', optionId: 'x', change: { label: 'Price' } },
      { type: 'change-option', id: 'a', optionId: 'y', change: { label: 'Timing' } },
      { type: 'add-field', id: 'b', kind: 'text', optionIds: [] },
      { type: 'change-field', id: 'b', change: { label: 'Budget' } },
      { type: 'set-condition', id: 'b', condition: { of: 'a', anyOf: ['y'] } },
    )
    expect(save(draft).fields[1]?.shownIf).toEqual({ fieldKey: 'objection', anyOf: ['timing'] })
    // The preview goes by the ids, which stay while a label is being written.
    expect(toPreview(draft.fields)[1]?.shownIf).toEqual({ fieldKey: 'a', anyOf: ['y'] })
    expect(problemsOf(draft, noPast)).toEqual([])
  })

  it('keeps of the standard questions only what the organization asks otherwise', () => {
    const draft = after(
      empty,
      { type: 'change-standard', name: 'notes', change: { hidden: true } },
      { type: 'change-standard', name: 'dealClosed', change: { label: ' Signed? ' } },
      { type: 'change-standard', name: 'packageId', change: { label: '  ' } },
    )
    expect(save(draft).questions).toEqual([
      { name: 'dealClosed', label: 'Signed?', help: null, hidden: false, required: false },
      { name: 'notes', label: null, help: null, hidden: true, required: false },
    ])
  })
})

describe('what a field can hang on', () => {
  it('are the standard questions with few answers and the choices that stand before it', () => {
    const ids = conditionSources(begun, 'budget').map(({ id }) => id)
    expect(ids).toContain('dealClosed')
    expect(ids).toContain('objection')
    expect(ids).not.toContain('partner')
    expect(conditionSources(begun, 'objection').map(({ id }) => id)).not.toContain('objection')
    const hidden = after(begun, { type: 'change-standard', name: 'paymentType', change: { hidden: true } })
    expect(conditionSources(hidden, 'budget').map(({ id }) => id)).not.toContain('paymentType')
  })

  it('is said in words', () => {
    expect(begun.fields.map((field) => conditionWords(begun, field))).toEqual([
      'if “Did the lead buy?” is No',
      'if “Objection” is Price',
      null,
    ])
  })
})

describe('what is wrong with a draft', () => {
  const partsOf = (draft: BuilderDraft) => {
    const { placed, rest } = placeProblems(draft, problemsOf(draft, noPast))
    return {
      rest,
      parts: [...placed].flatMap(([id, parts]) => [...parts.keys()].map((part) => `${id} ${part}`)),
    }
  }

  it('is said at the part that it is about', () => {
    const draft = after(
      begun,
      { type: 'change-field', id: 'partner', change: { label: ' ' } },
      { type: 'change-option', id: 'objection', optionId: 'timing', change: { label: 'price' } },
      { type: 'set-condition', id: 'budget', condition: { of: 'objection', anyOf: [] } },
    )
    expect(partsOf(draft)).toEqual({ rest: [], parts: ['objection timing', 'budget condition', 'partner label'] })
  })

  it('is a choice without options, and a field that hangs on one below it', () => {
    const moved = after(begun, { type: 'move-field', id: 'budget', to: 0 })
    expect(partsOf(moved).parts).toEqual(['budget condition'])
    const bare = after(empty, { type: 'add-field', id: 'a', kind: 'select', optionIds: [] })
    expect(partsOf(bare).parts).toEqual(['a options', 'a label'])
  })

  it('is a hidden payment type beside cash that is asked', () => {
    const draft = after(empty, { type: 'change-standard', name: 'paymentType', change: { hidden: true } })
    expect(partsOf(draft).parts).toEqual(['paymentType hidden'])
  })

  it('leaves over what has no place, as the API may say', () => {
    const problem = { path: 'expectedVersion', message: 'Another version is in force.' }
    expect(placeProblems(begun, [problem]).rest).toEqual([problem])
  })
})
