import { describe, expect, it } from 'vitest'
import { type FormDefinition, type OpenAnswers, outcomeOf, outcomeProblem, questionsAsked } from './index.ts'

const open: OpenAnswers = { callOccurred: null, leadShowed: null, offerMade: null, dealClosed: null, paymentType: null }
const offered: OpenAnswers = { ...open, callOccurred: true, leadShowed: true, offerMade: true }
const asked = (answers: OpenAnswers, definition?: FormDefinition) =>
  Object.entries(questionsAsked(answers, definition)).flatMap(([name, is]) =>
    is && name !== 'notes' && name !== 'callOccurred' ? [name] : [],
  )
const lists = ['callOutcomeId', 'opportunityStatusId']

describe('the questions that stand', () => {
  it.each<[string, OpenAnswers, string[]]>([
    ['nothing', open, []],
    ['a call that did not take place', { ...offered, callOccurred: false }, ['resolution', ...lists]],
    ['a call that did', { ...open, callOccurred: true }, ['leadShowed', ...lists]],
    ['a lead who showed', { ...offered, offerMade: null }, ['leadShowed', 'offerMade', ...lists]],
    ['an offer', offered, ['leadShowed', 'offerMade', 'dealClosed', ...lists]],
    [
      'a close',
      { ...offered, dealClosed: true },
      ['leadShowed', 'offerMade', 'dealClosed', 'paymentType', 'cashCollected', 'packageId', ...lists],
    ],
    ['no close', { ...offered, dealClosed: false }, ['leadShowed', 'offerMade', 'dealClosed', 'deposit', ...lists]],
    [
      'a deposit',
      { ...offered, dealClosed: false, paymentType: 'deposit' },
      ['leadShowed', 'offerMade', 'dealClosed', 'deposit', 'cashCollected', 'packageId', ...lists],
    ],
    ['a close answered before its call was said not to be', { ...open, callOccurred: true, dealClosed: true }, ['leadShowed', ...lists]],
  ])('after %s', (_, answers, names) => {
    expect(asked(answers).sort()).toEqual([...names].sort())
  })

  it('are without those that the organization hides, and without a deposit where cash is not asked', () => {
    const hide = (name: 'cashCollected' | 'callOutcomeId') => ({ name, label: null, help: null, hidden: true, required: false })
    const definition: FormDefinition = { questions: [hide('cashCollected'), hide('callOutcomeId')], fields: [] }
    expect(asked({ ...offered, dealClosed: false }, definition)).toEqual(['leadShowed', 'offerMade', 'dealClosed', 'opportunityStatusId'])
  })
})

describe('the outcome that answers amount to', () => {
  const form = { callOccurred: true, leadShowed: true, offerMade: true, dealClosed: true, resolution: null }

  it.each([
    [form, 'closed'],
    [{ ...form, dealClosed: false }, 'offer_made'],
    [{ ...form, dealClosed: false, offerMade: false }, 'no_offer'],
    [{ ...form, dealClosed: false, offerMade: false, leadShowed: false }, 'no_show'],
    [{ callOccurred: false, leadShowed: false, offerMade: false, dealClosed: false, resolution: 'canceled' as const }, 'canceled'],
    [{ callOccurred: false, leadShowed: false, offerMade: false, dealClosed: false, resolution: 'rescheduled' as const }, 'rescheduled'],
    [{ callOccurred: false, leadShowed: false, offerMade: false, dealClosed: false, resolution: null }, 'no_show'],
  ])('%j: %s', (answers, outcome) => {
    expect(outcomeOf(answers)).toBe(outcome)
  })

  it('is what a chosen outcome has to mean', () => {
    expect(outcomeProblem(form, { label: 'Won', outcome: 'closed' })).toBeNull()
    expect(outcomeProblem({ ...form, dealClosed: false }, { label: 'Won', outcome: 'closed' })).toBe(
      '“Won” means that the deal was closed; the answers say that an offer was made and not taken.',
    )
  })
})
