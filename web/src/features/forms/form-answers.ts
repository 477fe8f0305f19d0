import type { CallResolution, PaymentType, PostCallFormParts_FormFragment } from '../../apollo/generated/graphql.ts'
import { formatMoney } from '../../lib/format-money.ts'

/** Why a call did not take place: what the API knows, or that nobody came, which it calls a no-show. */
export const resolutions = ['CANCELED', 'RESCHEDULED', 'NO_SHOW'] as const

export const paymentTypes = ['PIF', 'PAYMENT_PLAN', 'DEPOSIT'] as const satisfies readonly PaymentType[]

/** A form as it is filled in: null is not answered yet, and money is as typed. What was answered stays when its question is hidden. */
export interface FormAnswers {
  callOccurred: boolean | null
  resolution: (typeof resolutions)[number] | null
  leadShowed: boolean | null
  offerMade: boolean | null
  dealClosed: boolean | null
  paymentType: (typeof paymentTypes)[number] | null
  cashCollected: string
  notes: string
}

/** A form that was filed, as far as its answers go. */
export type FiledAnswers = Pick<
  PostCallFormParts_FormFragment,
  'callOccurred' | 'resolution' | 'leadShowed' | 'offerMade' | 'dealClosed' | 'paymentType' | 'cashCollected' | 'notes'
>

export const noAnswers: FormAnswers = {
  callOccurred: null,
  resolution: null,
  leadShowed: null,
  offerMade: null,
  dealClosed: null,
  paymentType: null,
  cashCollected: '',
  notes: '',
}

const resolutionOf = (resolution: CallResolution | null): FormAnswers['resolution'] => resolution ?? 'NO_SHOW'

/** The answers to begin an amendment with. Whoever left a deposit was made an offer, even where a form filed elsewhere does not say. */
export function answersOf(filed: FiledAnswers): FormAnswers {
  const { callOccurred, leadShowed, dealClosed, paymentType, cashCollected } = filed
  return {
    callOccurred,
    resolution: callOccurred ? null : resolutionOf(filed.resolution),
    leadShowed: callOccurred ? leadShowed : null,
    offerMade: leadShowed ? filed.offerMade || paymentType === 'DEPOSIT' : null,
    dealClosed: leadShowed ? dealClosed : null,
    paymentType,
    cashCollected: cashCollected ? formatMoney(cashCollected).replace(/[^\d.,]/g, '') : '',
    notes: filed.notes ?? '',
  }
}

/** Which questions stand: a "No" hides what follows from it. */
export interface Asked {
  resolution: boolean
  leadShowed: boolean
  offerMade: boolean
  dealClosed: boolean
  /** How a closed deal is paid. */
  paymentType: boolean
  /** Whether a lead who did not buy left a deposit. */
  deposit: boolean
  cashCollected: boolean
}

export function asked(answers: FormAnswers): Asked {
  const showed = answers.callOccurred === true && answers.leadShowed === true
  const offered = showed && answers.offerMade === true
  const closed = offered && answers.dealClosed === true
  const deposit = offered && answers.dealClosed === false
  return {
    resolution: answers.callOccurred === false,
    leadShowed: answers.callOccurred === true,
    offerMade: showed,
    dealClosed: offered,
    paymentType: closed,
    deposit,
    cashCollected: closed || (deposit && answers.paymentType === 'DEPOSIT'),
  }
}

/** The answers that stand, with those to hidden questions left out: what is checked and sent. */
export function standing(answers: FormAnswers): FormAnswers {
  const stands = asked(answers)
  const payment = stands.paymentType || (stands.deposit && answers.paymentType === 'DEPOSIT')
  return {
    callOccurred: answers.callOccurred,
    resolution: stands.resolution ? answers.resolution : null,
    leadShowed: stands.leadShowed ? answers.leadShowed : null,
    offerMade: stands.offerMade ? answers.offerMade : null,
    dealClosed: stands.dealClosed ? answers.dealClosed : null,
    paymentType: payment ? answers.paymentType : null,
    cashCollected: stands.cashCollected ? answers.cashCollected : '',
    notes: answers.notes,
  }
}
