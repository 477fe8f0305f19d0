import { describe, expect, it } from 'vitest'
import type { FieldDefinition } from '../fields/index.ts'
import { isFixed, judgeDefinition, questionNames, type QuestionSetting, settingOf } from './index.ts'

const question = (change: Partial<QuestionSetting> & Pick<QuestionSetting, 'name'>): QuestionSetting => ({
  ...{ label: null, help: null, hidden: false, required: false },
  ...change,
})
const text = (key: string, change: Partial<FieldDefinition> = {}): FieldDefinition => ({
  ...{ key, kind: 'text', label: key, help: null, required: false, options: [], shownIf: null },
  ...change,
})
const refused = (questions: QuestionSetting[], fields: FieldDefinition[] = []) =>
  judgeDefinition({ questions, fields }).problems?.map(({ path }) => path)

describe('the standard questions', () => {
  it('can all be relabelled and helped, and are stored in their order, those alone that say something', () => {
    const questions = questionNames.map((name) => question({ name, label: ` ${name}? `, help: 'Think.' })).reverse()
    const { definition } = judgeDefinition({
      questions: [...questions.slice(0, -1), question({ name: 'callOccurred', label: ' ' })],
      fields: [],
    })
    expect(definition?.questions.map(({ name }) => name)).toEqual(questionNames.slice(1))
    expect(definition && settingOf(definition, 'notes')).toEqual(question({ name: 'notes', label: 'notes?', help: 'Think.' }))
    expect(definition && settingOf(definition, 'callOccurred')).toEqual(question({ name: 'callOccurred' }))
  })

  it.each(questionNames.filter(isFixed))('%s is neither hidden nor required: figures rest on it', (name) => {
    expect(refused([question({ name, hidden: true })])).toEqual([`questions.${name}.hidden`])
    expect(refused([question({ name, required: true })])).toEqual([`questions.${name}.required`])
  })

  it.each(['packageId', 'callOutcomeId', 'opportunityStatusId', 'notes', 'cashCollected'] as const)(
    '%s can be hidden or required',
    (name) => {
      expect(refused([question({ name, hidden: true })])).toBeUndefined()
      expect(refused([question({ name, required: true })])).toBeUndefined()
      expect(refused([question({ name, hidden: true, required: true })])).toEqual([`questions.${name}.required`])
    },
  )

  it('do not ask for cash without how it is paid', () => {
    expect(refused([question({ name: 'paymentType', hidden: true })])).toEqual(['questions.paymentType.hidden'])
    expect(refused([question({ name: 'paymentType', hidden: true }), question({ name: 'cashCollected', hidden: true })])).toBeUndefined()
  })

  it('are given once, with words that fit', () => {
    expect(refused([question({ name: 'notes' }), question({ name: 'notes' })])).toEqual(['questions.notes.name'])
    expect(refused([question({ name: 'notes', label: 'x'.repeat(121), help: 'x'.repeat(501) })])).toEqual([
      ...['questions.notes.label', 'questions.notes.help'],
    ])
  })
})

describe('the fields of a form', () => {
  it('may hang on standard questions with few answers', () => {
    const fields = [
      text('why_not', { shownIf: { fieldKey: 'dealClosed', anyOf: ['false'] } }),
      text('months', { shownIf: { fieldKey: 'paymentType', anyOf: ['payment_plan', 'deposit'] } }),
    ]
    expect(judgeDefinition({ questions: [], fields }).definition?.fields).toEqual(fields)
    expect(refused([], [text('a', { shownIf: { fieldKey: 'dealClosed', anyOf: ['no'] } })])).toEqual(['fields.0.shownIf.anyOf'])
    expect(refused([], [text('a', { shownIf: { fieldKey: 'notes', anyOf: ['x'] } })])).toEqual(['fields.0.shownIf.anyOf'])
  })

  it('do not hang on a question that is hidden', () => {
    const hidden = [question({ name: 'paymentType', hidden: true }), question({ name: 'cashCollected', hidden: true })]
    expect(refused(hidden, [text('months', { shownIf: { fieldKey: 'paymentType', anyOf: ['payment_plan'] } })])).toEqual([
      'fields.0.shownIf.fieldKey',
    ])
  })

  it('bring an option back as it was called, and never another one under its key', () => {
    const options = new Map([
      [
        'why',
        new Map([
          ['price', { label: 'Too dear', inForce: false }],
          ['timing', { label: 'Timing', inForce: true }],
        ]),
      ],
    ])
    const judged = (key: string, label: string) =>
      judgeDefinition(
        { questions: [], fields: [text('why', { kind: 'select', options: [{ key, label, color: null }] })] },
        { kinds: new Map(), options },
      ).problems
    expect(judged('price', ' Too  dear ')).toBeUndefined()
    expect(judged('timing', 'Not now')).toBeUndefined()
    expect(judged('price_2', 'Price')).toBeUndefined()
    expect(judged('price', 'Price')).toEqual([
      { path: 'fields.0.options.0.key', message: 'Forms have “Too dear” under this key. Choose another key.' },
    ])
  })

  it('do not have the key of a question', () => {
    expect(refused([], [text('notes'), text('resolution')])).toEqual(['fields.0.key', 'fields.1.key'])
  })
})
