import type { FieldDefinition, FieldKind } from '@clinch/schema/fields'
import { describe, expect, it } from 'vitest'
import { toAnswers, toValues, type FieldAnswer } from '../../lib/field-answers.ts'
import { askedFields, noAnswers, standing, type FormAnswers } from './form-answers.ts'
import { standardKit, type FormKit } from './form-kit.ts'
import { refusals } from './form-refusals.ts'

const field = (key: string, kind: FieldKind, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key,
  kind,
  label: key,
  help: null,
  required: false,
  options:
    kind === 'select' || kind === 'multi_select'
      ? ['price', 'timing'].map((option) => ({ key: option, label: option, color: null }))
      : [],
  shownIf: null,
  ...more,
})

const kitOf = (...fields: FieldDefinition[]): FormKit => ({
  ...standardKit,
  version: 1,
  definition: { questions: [], fields },
})

/** A call that nobody came to: nothing else is asked. */
const filled: FormAnswers = { ...noAnswers, callOccurred: true, leadShowed: false }

const refused = (kit: FormKit, fields: Readonly<Record<string, FieldAnswer>>) =>
  refusals({ ...filled, fields }, { kit, currency: 'USD', firstName: 'Amira' }).map(({ field: at }) => at)

describe('an own field', () => {
  it.each<[FieldKind, FieldAnswer, unknown, FieldAnswer]>([
    ['text', ' Ada ', ' Ada ', 'a'.repeat(501)],
    ['long_text', 'One\nTwo', 'One\nTwo', 'a'.repeat(10_001)],
    ['number', '1,200.5', 1200.5, 'twelve'],
    [
      'money',
      { amount: '1,200', currency: 'USD' },
      { amount: '1200.00', currency: 'USD' },
      { amount: '1.005', currency: 'USD' },
    ],
    ['select', 'price', 'price', null],
    ['multi_select', ['price', 'timing'], ['price', 'timing'], null],
    ['boolean', false, false, 'perhaps'],
    ['date', '2026-11-21', '2026-11-21', '2026-02-30'],
    ['email', 'ada@example.com', 'ada@example.com', 'ada'],
    ['phone', '+1 202 555 0123', '+1 202 555 0123', '12'],
    ['url', 'example.com/a', 'example.com/a', 'not an address'],
  ])('of kind %s takes what it holds and is refused for what it does not', (kind, good, value, bad) => {
    const kit = kitOf(field('own', kind))
    expect(toValues(kit.definition.fields, { own: good })).toEqual({ own: value })
    expect(refused(kit, { own: good })).toEqual([])
    // A choice that is none of its options is dropped before it is judged.
    if (bad !== null) expect(refused(kit, { own: bad })).toEqual(['fields.own'])
  })

  it.each<[FieldKind, FieldAnswer]>([
    ['text', '  '],
    ['number', ''],
    ['money', { amount: '', currency: 'USD' }],
    ['multi_select', []],
    ['select', null],
    ['boolean', null],
  ])('of kind %s that is left empty is no value, and refused only where it is required', (kind, empty) => {
    expect(toValues([field('own', kind)], { own: empty })).toEqual({})
    expect(refused(kitOf(field('own', kind)), { own: empty })).toEqual([])
    expect(refused(kitOf(field('own', kind, { required: true })), { own: empty })).toEqual(['fields.own'])
  })

  it('is asked only beside the answers that it hangs on, and what it held is not sent then', () => {
    const kit = kitOf(
      field('objection', 'select', { shownIf: { fieldKey: 'leadShowed', anyOf: ['true'] } }),
      field('budget', 'money', { required: true, shownIf: { fieldKey: 'objection', anyOf: ['price'] } }),
    )
    const answers: FormAnswers = {
      ...noAnswers,
      callOccurred: true,
      leadShowed: true,
      offerMade: false,
      fields: { objection: 'price', budget: { amount: '500', currency: 'USD' } },
    }
    const keys = (given: FormAnswers) => askedFields(given, kit.definition).map(({ key }) => key)
    expect(keys(answers)).toEqual(['objection', 'budget'])
    expect(keys({ ...answers, fields: { ...answers.fields, objection: 'timing' } })).toEqual(['objection'])
    // A field that hangs on a hidden one is hidden with it, whatever that one was answered before.
    expect(keys({ ...answers, leadShowed: false })).toEqual([])
    expect(standing({ ...answers, leadShowed: false }, kit).fields).toEqual({})
    expect(refusals({ ...answers, leadShowed: false }, { kit, currency: 'USD', firstName: 'Amira' })).toEqual([])
    expect(standing(answers, kit).fields).toEqual(answers.fields)
  })

  it('loses a choice that the definition has no more, and keeps the others', () => {
    const kit = kitOf(field('one', 'select'), field('some', 'multi_select'))
    const answers = { ...filled, fields: { one: 'gone', some: ['price', 'gone'] } }
    expect(standing(answers, kit).fields).toEqual({ one: null, some: ['price'] })
    expect(refusals(answers, { kit, currency: 'USD', firstName: 'Amira' })).toEqual([])
  })

  it('begins an amendment as it was filed', () => {
    const fields = [field('count', 'number'), field('budget', 'money'), field('why', 'multi_select')]
    const values = { count: 1200.5, budget: { amount: '1200.00', currency: 'EUR' }, why: ['timing'] }
    expect(toValues(fields, toAnswers(values))).toEqual(values)
  })
})

describe('the lists of the organization', () => {
  const kit: FormKit = {
    ...standardKit,
    packages: [{ id: 'p1', name: 'Growth Program', terms: '3 × $3,000.00' }],
    callOutcomes: [
      { id: 'o1', label: 'Follow-up booked', color: 'blue', outcome: 'offer_made' },
      { id: 'o2', label: 'Ghosted', color: 'slate', outcome: 'no_show' },
    ],
    opportunityStatuses: [{ id: 's1', label: 'Nurture', color: 'gold' }],
    definition: {
      questions: [{ name: 'callOutcomeId', label: null, help: null, hidden: false, required: true }],
      fields: [],
    },
  }
  const context = { kit, currency: 'USD', firstName: 'Amira' }

  it('give an outcome only where the answers amount to it', () => {
    const answers: FormAnswers = { ...filled, callOutcomeId: 'o1', opportunityStatusId: 's1', packageId: 'p1' }
    expect(standing(answers, kit)).toMatchObject({ callOutcomeId: null, opportunityStatusId: 's1', packageId: null })
    expect(refusals(answers, context)).toEqual([{ field: 'callOutcomeId', message: 'Say how the call ended' }])
    expect(refusals({ ...answers, callOutcomeId: 'o2' }, context)).toEqual([])
  })

  it('are not asked where the organization hides the question', () => {
    const hidden: FormKit = {
      ...kit,
      definition: {
        questions: [{ name: 'opportunityStatusId', label: null, help: null, hidden: true, required: false }],
        fields: [],
      },
    }
    expect(standing({ ...filled, opportunityStatusId: 's1' }, hidden).opportunityStatusId).toBeNull()
  })
})
