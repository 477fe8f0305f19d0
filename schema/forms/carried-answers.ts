import type { FieldProblem } from '../fields/index.ts'
import { settingOf, type FormDefinition, type QuestionName } from './form-definition.ts'
import type { GivenForm } from './judge-form.ts'

/** Every standard question as it was answered; what was left out is null. */
export interface GivenAnswers extends GivenForm {
  packageId: string | null
  callOutcomeId: string | null
  opportunityStatusId: string | null
  notes: string | null
}

/** A lead who did not buy is asked for a deposit by both questions or by neither, and so for what it was for. */
const depositNames: readonly QuestionName[] = ['paymentType', 'cashCollected', 'packageId']

/**
 * An amendment with what the form said before to questions that are not asked any more: that was never taken back, and nobody who amends
 * can say it again.
 */
export function withCarried(definition: FormDefinition, given: GivenAnswers, before: GivenAnswers | null): GivenAnswers {
  if (before === null) return given
  const isHidden = (name: QuestionName) => settingOf(definition, name).hidden
  const leftDeposit = before.paymentType === 'deposit' && given.dealClosed !== true
  const asksNoDeposit = isHidden('paymentType') || isHidden('cashCollected')
  const stays = <Name extends keyof GivenAnswers>(name: Name): GivenAnswers[Name] => {
    const unasked = isHidden(name) || (leftDeposit && asksNoDeposit && depositNames.includes(name))
    return unasked ? (given[name] ?? before[name]) : given[name]
  }
  return {
    ...given,
    paymentType: stays('paymentType'),
    cashCollected: stays('cashCollected'),
    packageId: stays('packageId'),
    callOutcomeId: stays('callOutcomeId'),
    opportunityStatusId: stays('opportunityStatusId'),
    notes: stays('notes'),
  }
}

const said: Readonly<Partial<Record<QuestionName, string>>> = {
  paymentType: 'how the deal is paid',
  cashCollected: 'how much cash was collected',
  packageId: 'which package was sold',
  callOutcomeId: 'how the call ended',
}

/** A problem of an answer that was carried over says why it is there: the form that is filled in does not show it. */
export function explainCarried(definition: FormDefinition, problem: FieldProblem): FieldProblem {
  const name = Object.keys(said).find((each): each is keyof typeof said => each === problem.path)
  if (name === undefined || !settingOf(definition, name).hidden) return problem
  return { ...problem, message: `This form says ${said[name]}, which is not asked any more and stays: ${problem.message}` }
}
