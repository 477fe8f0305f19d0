import { readMoneyText } from '../../lib/read-money-text.ts'
import { standing, type FormAnswers } from './form-answers.ts'

/** What is wrong with an answer, in words for the person. */
export interface Refusal {
  field: keyof FormAnswers
  message: string
}

const maxNotesLength = 10_000

/**
 * What a form is refused for: first what is not answered yet, then what cannot be, as the server refuses it too. `firstName` is the lead's.
 */
export function refusals(
  answers: FormAnswers,
  { currency, firstName }: { currency: string; firstName: string },
): Refusal[] {
  const given = standing(answers)
  const found: Refusal[] = []
  const refuse = (field: keyof FormAnswers, message: string) => found.push({ field, message })

  if (given.callOccurred === null) refuse('callOccurred', 'Say whether the call took place')
  if (given.callOccurred === false && given.resolution === null) refuse('resolution', 'Say what happened instead')
  if (given.callOccurred === true && given.leadShowed === null)
    refuse('leadShowed', `Say whether ${firstName} showed up`)
  if (given.leadShowed === true && given.offerMade === null) refuse('offerMade', 'Say whether an offer was made')
  if (given.offerMade === true && given.dealClosed === null) refuse('dealClosed', `Say whether ${firstName} bought`)

  const closed = given.dealClosed === true
  if (closed && given.paymentType === 'DEPOSIT') {
    refuse(
      'paymentType',
      `A deposit is not a close. Say that ${firstName} did not buy yet, and file the close when the payment that completes it comes`,
    )
  }
  const cash = given.cashCollected.trim()
  if (cash !== '') {
    const read = readMoneyText(cash, currency)
    if (!read.ok) refuse('cashCollected', read.message)
    else if (Number(read.amount) === 0) {
      refuse('cashCollected', 'Cash collected is more than nothing; leave it out if there was none')
    } else if (closed && given.paymentType === null) refuse('paymentType', 'Say how the deal is paid')
  } else if (!closed && given.paymentType === 'DEPOSIT') {
    refuse('cashCollected', 'A deposit needs the cash that was collected')
  }
  if (given.notes.trim().length > maxNotesLength) refuse('notes', 'Notes have at most 10,000 characters')
  return found
}
