import { describe, expect, it } from 'vitest'
import type { WireDefinition } from './form-definition.ts'
import { changesBetween, toldOf, type Filed } from './told-form.ts'

const definition: WireDefinition = {
  version: 2,
  madeAt: null,
  madeByName: null,
  questions: [
    {
      name: 'OPPORTUNITY_STATUS',
      label: 'Where is the deal now?',
      help: null,
      hidden: false,
      required: false,
    },
  ],
  fields: [
    {
      key: 'objection',
      kind: 'MULTI_SELECT',
      label: 'Objection',
      help: null,
      required: false,
      options: [
        { key: 'price', label: 'Price', color: 'RUST' },
        { key: 'timing', label: 'Timing', color: null },
      ],
      shownIf: null,
    },
    {
      key: 'budget',
      kind: 'MONEY',
      label: 'Budget',
      help: null,
      required: false,
      options: [],
      shownIf: null,
    },
  ],
}
const blank = { text: null, number: null, boolean: null, money: null, options: null } as const

const filed: Filed = {
  callOccurred: true,
  leadShowed: true,
  offerMade: true,
  dealClosed: false,
  resolution: null,
  paymentType: null,
  cashCollected: null,
  package: null,
  callOutcome: null,
  opportunityStatus: { id: 's', label: 'Nurture', color: 'GOLD' },
  notes: 'Calls back on Monday.',
  fields: [
    { ...blank, key: 'objection', options: ['price', 'timing'] },
    { ...blank, key: 'budget', money: { amount: '500.00', currency: 'EUR' } },
  ],
  definition,
}

describe('a filed form', () => {
  it('is told as it was asked when it was filed', () => {
    expect(toldOf(filed, 'en-US')).toEqual({
      sentence: 'An offer was made, and not taken yet.',
      answers: [
        { id: 'opportunityStatusId', label: 'Where is the deal now?', text: 'Nurture' },
        { id: 'fields.objection', label: 'Objection', text: 'Price, Timing' },
        { id: 'fields.budget', label: 'Budget', text: '€500.00' },
        { id: 'notes', label: 'Notes', text: 'Calls back on Monday.' },
      ],
    })
  })
})

describe('an amendment', () => {
  it('says what it changed, what it added, and what it took out', () => {
    const after: Filed = {
      ...filed,
      dealClosed: true,
      paymentType: 'PIF',
      cashCollected: { amount: '9000.00', currency: 'USD' },
      callOutcome: { id: 'o', label: 'Signed', color: 'GREEN', outcome: 'CLOSED' },
      notes: null,
      fields: [{ ...blank, key: 'objection', options: ['timing'] }],
    }
    expect(changesBetween(filed, after, 'en-US')).toEqual([
      {
        id: 'sentence',
        label: 'What happened',
        before: 'An offer was made, and not taken yet.',
        after: 'Closed, paid in full, $9,000.00 collected.',
      },
      { id: 'callOutcomeId', label: 'Outcome', before: null, after: 'Signed' },
      { id: 'fields.objection', label: 'Objection', before: 'Price, Timing', after: 'Timing' },
      { id: 'fields.budget', label: 'Budget', before: '€500.00', after: null },
      { id: 'notes', label: 'Notes', before: 'Calls back on Monday.', after: null },
    ])
  })

  it('that only a later definition words otherwise changes nothing', () => {
    const reworded: Filed = {
      ...filed,
      definition: {
        ...definition,
        version: 3,
        questions: [],
        fields: definition.fields.map((field) => ({ ...field, label: `${field.label}?` })),
      },
    }
    expect(changesBetween(filed, reworded, 'en-US')).toEqual([])
  })
})
