import { judgeFields, type FieldDefinition } from '@clinch/schema/fields'
import { describe, expect, it } from 'vitest'
import { toAnswers, toValues } from './field-answers.ts'

const field = (key: string, kind: FieldDefinition['kind']): FieldDefinition => ({
  key,
  kind,
  label: key,
  help: null,
  required: false,
  options: [],
  shownIf: null,
})
const fields = [field('count', 'number'), field('budget', 'money')]

describe('answers to own fields', () => {
  it.each([
    { amount: '-50.00', currency: 'USD' },
    { amount: '-1200.50', currency: 'EUR' },
    { amount: '3000.00', currency: 'HUF' },
  ])('begin with money as it was filed, and send it back unchanged: %o', (budget) => {
    const values = { count: -3.5, budget }
    expect(toValues(fields, toAnswers(values))).toEqual(values)
  })

  it('are refused in words where a comma is no mark of thousands', () => {
    const given = toValues(fields, { count: '3,5', budget: { amount: '3,5', currency: 'USD' } })
    expect(judgeFields(fields, given).problems?.map(({ path }) => path)).toEqual([
      'fields.count',
      'fields.budget.amount',
    ])
    expect(toValues(fields, { count: '3,500' })).toEqual({ count: 3500 })
  })
})
