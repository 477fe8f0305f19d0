import { describe, expect, it } from 'vitest'
import { answersOf, noAnswers, type FormAnswers } from './form-answers.ts'
import { toFormInput } from './form-input.ts'
import { standardKit } from './form-kit.ts'
import { refusals } from './form-refusals.ts'

const context = { kit: standardKit, currency: 'USD', firstName: 'Amira' }
const closed: FormAnswers = {
  ...noAnswers,
  callOccurred: true,
  leadShowed: true,
  offerMade: true,
  dealClosed: true,
  paymentType: 'PAYMENT_PLAN',
  cashCollected: '3,000.00',
}
const noChoices = { packageId: null, callOutcomeId: null, opportunityStatusId: null, fields: {} }
const fieldsOf = (answers: FormAnswers) => refusals(answers, context).map(({ field }) => field)

describe('the rules of the post-call form', () => {
  it('want each question answered that stands, and only those', () => {
    expect(fieldsOf(noAnswers)).toEqual(['callOccurred'])
    expect(fieldsOf({ ...noAnswers, callOccurred: true })).toEqual(['leadShowed'])
    expect(fieldsOf({ ...noAnswers, callOccurred: false })).toEqual(['resolution'])
    expect(fieldsOf({ ...closed, offerMade: null })).toEqual(['offerMade'])
    expect(fieldsOf({ ...closed, dealClosed: null })).toEqual(['dealClosed'])
    expect(fieldsOf({ ...noAnswers, callOccurred: true, leadShowed: false })).toEqual([])
    expect(fieldsOf(closed)).toEqual([])
  })

  it('refuse a deposit as a close', () => {
    expect(fieldsOf({ ...closed, paymentType: 'DEPOSIT' })).toEqual(['paymentType'])
  })

  it('take a deposit from a lead who did not buy yet, with its cash', () => {
    const deposit: FormAnswers = { ...closed, dealClosed: false, paymentType: 'DEPOSIT' }
    expect(fieldsOf(deposit)).toEqual([])
    expect(refusals({ ...deposit, cashCollected: ' ' }, context)).toEqual([
      { field: 'cashCollected', message: 'A deposit needs the cash that was collected' },
    ])
  })

  it('refuse cash that is nothing, that is no amount, or that nobody says how it is paid', () => {
    expect(fieldsOf({ ...closed, cashCollected: '0.00' })).toEqual(['cashCollected'])
    expect(fieldsOf({ ...closed, cashCollected: '3000.005' })).toEqual(['cashCollected'])
    expect(fieldsOf({ ...closed, paymentType: null })).toEqual(['paymentType'])
    expect(fieldsOf({ ...closed, paymentType: null, cashCollected: '' })).toEqual([])
  })

  it('refuse notes longer than the server keeps', () => {
    expect(fieldsOf({ ...closed, notes: 'a'.repeat(10_001) })).toEqual(['notes'])
  })

  it('name the field of each problem to the form', () => {
    expect(refusals({ ...closed, cashCollected: '0' }, context)).toEqual([
      { field: 'cashCollected', message: 'Cash collected is more than nothing; leave it out if there was none' },
    ])
  })
})

describe('what is sent of a form', () => {
  it('is exact money and all that was answered', () => {
    expect(toFormInput({ ...closed, notes: ' Starts Dec 1. ' }, 'USD', standardKit)).toMatchObject({
      callOccurred: true,
      resolution: null,
      leadShowed: true,
      offerMade: true,
      dealClosed: true,
      paymentType: 'PAYMENT_PLAN',
      cashCollected: { amount: '3000.00', currency: 'USD' },
      notes: 'Starts Dec 1.',
    })
  })

  it('leaves out what a "No" made pointless, also where it was answered before', () => {
    const hidden = { leadShowed: null, offerMade: null, dealClosed: null, paymentType: null, cashCollected: null }
    expect(toFormInput({ ...closed, callOccurred: false, resolution: 'CANCELED' }, 'USD', standardKit)).toMatchObject({
      ...hidden,
      callOccurred: false,
      resolution: 'CANCELED',
      notes: null,
    })
    expect(toFormInput({ ...closed, offerMade: false }, 'USD', standardKit)).toMatchObject({
      offerMade: false,
      dealClosed: null,
      paymentType: null,
      cashCollected: null,
    })
    expect(toFormInput({ ...closed, dealClosed: false }, 'USD', standardKit)).toMatchObject({
      paymentType: null,
      cashCollected: null,
    })
  })

  it('sends a call that nobody came to as one that did not take place, with no other reason', () => {
    const answers: FormAnswers = { ...noAnswers, callOccurred: false, resolution: 'NO_SHOW' }
    expect(fieldsOf(answers)).toEqual([])
    expect(toFormInput(answers, 'USD', standardKit)).toMatchObject({ callOccurred: false, resolution: null })
  })
})

describe('an amendment', () => {
  it('begins with what was filed, and sends the same if nothing is changed', () => {
    const filed = {
      callOccurred: true,
      resolution: null,
      leadShowed: true,
      offerMade: true,
      dealClosed: true,
      paymentType: 'PIF',
      cashCollected: { amount: '9000.00', currency: 'USD' },
      notes: null,
      ...noChoices,
    } as const
    expect(fieldsOf(answersOf(filed))).toEqual([])
    expect(toFormInput(answersOf(filed), 'USD', standardKit)).toMatchObject({ ...filed, fields: [] })
  })

  it('begins with a no-show where the call did not take place for no other reason', () => {
    const answers = answersOf({
      callOccurred: false,
      resolution: null,
      leadShowed: false,
      offerMade: false,
      dealClosed: false,
      paymentType: null,
      cashCollected: null,
      notes: 'Nobody joined.',
      ...noChoices,
    })
    expect(answers).toEqual({ ...noAnswers, callOccurred: false, resolution: 'NO_SHOW', notes: 'Nobody joined.' })
  })
})
