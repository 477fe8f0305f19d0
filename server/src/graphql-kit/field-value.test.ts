import { describe, expect, it } from 'vitest'
import { fieldValuesOf, readFieldValues } from './field-value.type.ts'

const refusal = (read: () => unknown): unknown => {
  try {
    return read()
  } catch (error) {
    return error
  }
}

describe('values of own fields as they are answered', () => {
  it('stand in the order of the fields, each in the member of its kind, those alone that there are', () => {
    const fields = [
      { key: 'size', kind: 'number' },
      { key: 'plan', kind: 'select' },
      { key: 'needs', kind: 'multi_select' },
      { key: 'toString', kind: 'text' },
    ] as const
    const blank = { text: null, number: null, boolean: null, money: null, options: null }
    expect(fieldValuesOf(fields, { needs: ['time'], size: 0, gone: 'x' })).toEqual([
      { ...blank, key: 'size', kind: 'number', number: 0 },
      { ...blank, key: 'needs', kind: 'multi_select', options: ['time'] },
    ])
  })
})

describe('values of own fields as they are sent', () => {
  it('are read by their key, a field without any as nothing', () => {
    const money = { amount: '1.00', currency: 'USD' }
    expect(readFieldValues([{ key: 'a', boolean: false }, { key: 'b', money }, { key: 'c' }, { key: 'd', text: null, number: 0 }])).toEqual(
      {
        a: false,
        b: money,
        c: null,
        d: 0,
      },
    )
  })

  it('are refused where a field is given twice, or says two things', () => {
    const sent = [{ key: 'a', text: 'x' }, { key: 'a' }, { key: 'b', text: 'x', number: 1 }]
    expect(refusal(() => readFieldValues(sent))).toMatchObject({
      code: 'BAD_USER_INPUT',
      details: { fields: [expect.objectContaining({ path: 'fields.a' }), expect.objectContaining({ path: 'fields.b' })] },
    })
  })

  it('are refused where there are more than an organization can have fields', () => {
    const sent = Array.from({ length: 101 }, (_, index) => ({ key: `f${index}` }))
    expect(refusal(() => readFieldValues(sent, 'customFields'))).toMatchObject({ details: { fields: [{ path: 'customFields' }] } })
  })

  it('keep a name that objects have by themselves as a key like any other', () => {
    const read = readFieldValues([{ key: '__proto__', text: 'x' }])
    expect(Object.keys(read)).toEqual(['__proto__'])
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype)
  })
})
