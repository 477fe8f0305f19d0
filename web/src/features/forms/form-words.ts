import type { PaymentType } from '../../apollo/generated/graphql.ts'
import { formatMoney } from '../../lib/format-money.ts'
import type { FiledAnswers } from './form-answers.ts'

export const paymentTypeWords: Readonly<Record<PaymentType, string>> = {
  PIF: 'In full',
  PAYMENT_PLAN: 'Payment plan',
  DEPOSIT: 'Deposit',
}

export const resolutionWords = { CANCELED: 'Canceled', RESCHEDULED: 'Moved', NO_SHOW: 'No show' } as const

const paid: Readonly<Record<PaymentType, string>> = {
  PIF: ', paid in full',
  PAYMENT_PLAN: ' on a payment plan',
  DEPOSIT: '',
}

/** The answers that the sentence is made of. */
type ToldAnswers = Pick<
  FiledAnswers,
  'callOccurred' | 'resolution' | 'leadShowed' | 'offerMade' | 'dealClosed' | 'paymentType' | 'cashCollected'
>

/** What a filed form says, in one sentence: `Closed on a payment plan, $3,000.00 collected.` */
export function formSentence(form: ToldAnswers, locale?: string): string {
  const cash = form.cashCollected && formatMoney(form.cashCollected, locale === undefined ? {} : { locale })
  if (!form.callOccurred) {
    if (form.resolution === 'CANCELED') return 'The call was canceled.'
    if (form.resolution === 'RESCHEDULED') return 'The call was moved to another time.'
    return 'The call did not take place, a no-show.'
  }
  if (!form.leadShowed) return 'The lead did not show up.'
  if (form.dealClosed) {
    return `Closed${form.paymentType ? paid[form.paymentType] : ''}${cash ? `, ${cash} collected` : ''}.`
  }
  if (form.paymentType === 'DEPOSIT') return `Not closed yet: a deposit${cash ? ` of ${cash}` : ''} was left.`
  return form.offerMade ? 'An offer was made, and not taken yet.' : 'The lead showed up. No offer was made.'
}

/** What to call somebody in a question: `Amira` of `Amira Saleh`. */
export const firstNameOf = (name: string): string => name.trim().split(/\s+/)[0] ?? name
