import { describe, expect, it } from 'vitest'
import { type FieldDefinition, type FieldKind, isShown, judgeFields, shownFields, standingValues } from './index.ts'

const field = (kind: FieldKind, change: Partial<FieldDefinition> = {}): FieldDefinition => ({
  key: 'answer',
  kind,
  label: 'Answer',
  help: null,
  required: false,
  options: [],
  shownIf: null,
  ...change,
})
const option = (key: string) => ({ key, label: key, color: null })
const plans = [option('basic'), option('pro'), option('vip')]

/** What a field of the kind holds after this was posted for it; the message where it is refused. */
const posted = (kind: FieldKind, answer: unknown): unknown => {
  const { values, problems } = judgeFields([field(kind, { options: plans })], { answer })
  return values ? (values.answer ?? null) : problems[0]?.message
}

describe('a value of each kind', () => {
  it.each<[FieldKind, unknown, unknown]>([
    ['text', '  two   words ', 'two words'],
    ['text', 'line\nline', 'line line'],
    ['text', 'é'.repeat(500), 'é'.repeat(500)],
    ['long_text', ' one\n\ntwo ', 'one\n\ntwo'],
    ['number', 12.5, 12.5],
    ['number', -0, 0],
    ['number', 1e15, 1e15],
    ['money', { amount: '1234.5', currency: 'USD' }, { amount: '1234.50', currency: 'USD' }],
    ['money', { amount: '450000', currency: 'JPY' }, { amount: '450000', currency: 'JPY' }],
    ['money', { amount: '0007', currency: 'KWD' }, { amount: '7.000', currency: 'KWD' }],
    ['money', { amount: '-20', currency: 'EUR' }, { amount: '-20.00', currency: 'EUR' }],
    ['select', 'pro', 'pro'],
    ['multi_select', ['vip', 'basic', 'vip'], ['basic', 'vip']],
    ['boolean', true, true],
    ['boolean', false, false],
    ['date', '2028-02-29', '2028-02-29'],
    ['email', ' Dana@Lead.Example ', 'dana@lead.example'],
    ['phone', '+1 (202) 555-0123', '+12025550123'],
    ['phone', '030 123456-7', '0301234567'],
    ['url', 'example.com/a?b=c', 'https://example.com/a?b=c'],
    ['url', 'http://Example.com', 'http://example.com/'],
  ])('%s: %j is kept as %j', (kind, answer, kept) => {
    expect(posted(kind, answer)).toEqual(kept)
    expect(posted(kind, kept)).toEqual(kept)
  })

  it.each<[FieldKind, unknown, RegExp]>([
    ['text', 'x'.repeat(501), /at most 500/],
    ['text', 'a\u0000b', /cannot be kept/],
    ['text', 'half \ud83d', /cannot be kept/],
    ['text', 7, /Write a text/],
    ['text', ['a'], /Write a text/],
    ['long_text', 'x'.repeat(10_001), /at most 10,000/],
    ['number', '12', /Write a number/],
    ['number', Number.NaN, /Write a number/],
    ['number', Number.POSITIVE_INFINITY, /Write a number/],
    ['number', 2e15, /too large/],
    ['money', 12, /amount and its currency/],
    ['money', { amount: '1.005', currency: 'USD' }, /USD has 2 decimals/],
    ['money', { amount: '1', currency: 'ZZZ' }, /not a currency/],
    ['money', { amount: 'much', currency: 'USD' }, /Write an amount/],
    ['money', { amount: '1e3', currency: 'USD' }, /Write an amount/],
    ['select', 'gold', /one of the options/],
    ['select', ['basic'], /Write a text/],
    ['multi_select', ['basic', 'gold'], /only from the options/],
    ['multi_select', ['basic', 7], /only from the options/],
    ['multi_select', 'basic', /from the options/],
    ['boolean', 'true', /yes or no/],
    ['boolean', 1, /yes or no/],
    ['date', '2027-02-29', /YYYY-MM-DD/],
    ['date', '2027-13-01', /YYYY-MM-DD/],
    ['date', '29.02.2028', /YYYY-MM-DD/],
    ['email', 'dana', /e-mail address/],
    ['email', 'a b@c.example', /e-mail address/],
    ['phone', '555', /phone number/],
    ['phone', 'call 555 0123 4567', /phone number/],
    ['phone', '1234567890123456', /phone number/],
    ['url', 'javascript:alert(1)', /web address/],
    ['url', 'ftp://example.com', /web address/],
    ['url', 'https://user:secret@example.com', /web address/],
    ['url', 'not a place', /web address/],
    ['url', 'localhost', /web address/],
    ['url', `https://example.com/${'x'.repeat(2000)}`, /at most 2,000/],
  ])('%s: %j is refused', (kind, answer, message) => {
    expect(posted(kind, answer)).toMatch(message)
  })

  it.each<[FieldKind, unknown]>([
    ['text', ' \n'],
    ['number', null],
    ['money', { amount: ' ', currency: 'USD' }],
    ['select', ''],
    ['multi_select', []],
    ['date', undefined],
  ])('%s: %j is no value', (kind, answer) => {
    expect(posted(kind, answer)).toBeNull()
    expect(judgeFields([field(kind, { required: true, options: plans })], { answer }).problems).toEqual([
      { path: 'fields.answer', message: '“Answer” has to be answered.', code: 'REQUIRED' },
    ])
  })

  it('names the part of money that is wrong', () => {
    const verdict = judgeFields([field('money')], { answer: { amount: '1', currency: 'ZZZ' } })
    expect(verdict.problems).toEqual([{ path: 'fields.answer.currency', message: 'ZZZ is not a currency that we know.' }])
  })
})

describe('a field that is shown only sometimes', () => {
  const plan = field('select', { key: 'plan', options: plans })
  const extras = field('multi_select', { key: 'extras', options: plans, shownIf: { fieldKey: 'plan', anyOf: ['pro', 'vip'] } })
  const reason = field('text', { key: 'reason', required: true, shownIf: { fieldKey: 'extras', anyOf: ['vip'] } })
  const form = [plan, extras, reason]

  it('takes a value only where it is shown', () => {
    expect(judgeFields(form, { plan: 'pro', extras: ['vip'], reason: 'Asked for it' }).values).toEqual({
      plan: 'pro',
      extras: ['vip'],
      reason: 'Asked for it',
    })
    expect(judgeFields(form, { plan: 'basic', extras: ['vip'] }).problems).toEqual([
      { path: 'fields.extras', message: '“Answer” is not asked here.' },
    ])
  })

  it('is required only where it is shown', () => {
    expect(judgeFields(form, { plan: 'basic' }).values).toEqual({ plan: 'basic' })
    expect(judgeFields(form, { plan: 'pro', extras: ['vip'] }).problems).toEqual([
      { path: 'fields.reason', message: '“Answer” has to be answered.', code: 'REQUIRED' },
    ])
  })

  it('is hidden with the field that it hangs on, whatever was posted for that one', () => {
    const { problems } = judgeFields(form, { plan: 'basic', extras: ['vip'], reason: 'x' })
    expect(problems?.map(({ path }) => path)).toEqual(['fields.extras', 'fields.reason'])
    expect(shownFields(form, { plan: 'basic', extras: ['vip'], reason: 'x' }).map(({ key }) => key)).toEqual(['plan'])
    expect(shownFields(form, { plan: 'vip', extras: ['vip'] }).map(({ key }) => key)).toEqual(['plan', 'extras', 'reason'])
  })

  it('may hang on what stands beside the fields', () => {
    const asked = field('text', { key: 'why', shownIf: { fieldKey: 'dealClosed', anyOf: ['false'] } })
    expect(judgeFields([asked], { why: 'Too dear' }, { beside: { dealClosed: false } }).values).toEqual({ why: 'Too dear' })
    expect(judgeFields([asked], { why: 'Too dear' }, { beside: { dealClosed: true } }).problems).toHaveLength(1)
    expect(judgeFields([asked], { why: 'Too dear' }).problems).toHaveLength(1)
  })

  it('compares neither numbers nor money, and nothing that objects have by themselves', () => {
    expect(isShown({ shownIf: { fieldKey: 'n', anyOf: ['1'] } }, { n: 1 })).toBe(false)
    expect(isShown({ shownIf: { fieldKey: 'm', anyOf: ['1'] } }, { m: { amount: '1', currency: 'USD' } })).toBe(false)
    expect(isShown({ shownIf: { fieldKey: 'constructor', anyOf: ['true'] } }, {})).toBe(false)
  })
})

describe('what is posted', () => {
  it('is refused for every field that there is not, each by its name', () => {
    const sent: unknown = JSON.parse('{"answer":"yes","__proto__":{"admin":true},"constructor":"x","nope":null}')
    const { problems } = judgeFields([field('text')], sent as Record<string, unknown>)
    expect(problems?.map(({ path }) => path).sort()).toEqual(['fields.__proto__', 'fields.constructor', 'fields.nope'])
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  it('says everything that is wrong with it at once', () => {
    const form = [field('number', { key: 'age' }), field('date', { key: 'start', required: true }), field('email', { key: 'mail' })]
    const { problems } = judgeFields(form, { age: 'old', mail: 'no', more: 1 }, { path: 'customFields' })
    expect(problems?.map(({ path }) => path)).toEqual(['customFields.more', 'customFields.age', 'customFields.start', 'customFields.mail'])
    for (const { message } of problems ?? []) expect(message).toMatch(/^\S.*\.$/)
  })
})

describe('values of an earlier definition', () => {
  it('stand as far as the fields are there, are shown, and can hold them', () => {
    const plan = field('select', { key: 'plan', options: plans })
    const given = { plan: 'gold', size: 3, note: 'kept', reason: 'gone', removed: 'x' }
    const now = [
      plan,
      field('number', { key: 'size' }),
      field('text', { key: 'note' }),
      field('text', { key: 'reason', shownIf: { fieldKey: 'plan', anyOf: ['pro'] } }),
    ]
    expect(standingValues(now, given)).toEqual({ size: 3, note: 'kept' })
    expect(standingValues(now, { ...given, plan: 'pro' })).toEqual({ plan: 'pro', size: 3, note: 'kept', reason: 'gone' })
  })
})
