import type { TrailStep } from './trail-step.ts'

/** What the help of a payment without credit is read from. */
export interface Uncredited {
  customerName: string | null
  customerEmail: string | null
  customerPhone: string | null
  lead: { fullName: string } | null
  attribution: { trail: readonly TrailStep[] }
}

/** What stands in the way, and what would remove it. */
export interface Help {
  id: 'no_contact' | 'nobody_on_file' | 'outside_window' | 'booked_after_payment' | 'no_call'
  /** What is the matter. */
  matter: string
  /** What would help without anybody's doing, or what somebody can do. */
  remedy: string
}

const verdictsOf = (trail: readonly TrailStep[]): ReadonlySet<string> =>
  new Set(trail.flatMap((step) => step.candidates.map((candidate) => candidate.verdict)))

/** Reads from the trail why no call was found, and says what would change that: the nearest to a credit first. */
export function helpFor({ customerName, customerEmail, customerPhone, lead, attribution }: Uncredited): Help[] {
  const told = [customerEmail, customerPhone].filter((value) => value !== null).join(' or ')
  if (told === '') {
    return [
      {
        id: 'no_contact',
        matter: 'The payment tells no email and no phone of the customer.',
        remedy: 'There is nothing to look them up by. Choose their call by hand.',
      },
    ]
  }
  if (!lead) {
    return [
      {
        id: 'nobody_on_file',
        matter: `No lead has ${told}.`,
        remedy: `Once a call is booked with it, this payment is credited by itself. If ${customerName ?? 'the customer'} booked under another address, choose that call by hand.`,
      },
    ]
  }
  const verdicts = verdictsOf(attribution.trail)
  const help: Help[] = []
  if (verdicts.has('OUTSIDE_WINDOW')) {
    help.push({
      id: 'outside_window',
      matter: `${lead.fullName} had a call, but too long before the payment.`,
      remedy: 'Choose it by hand. If this happens often, an owner can lengthen the window in Settings.',
    })
  }
  if (verdicts.has('BOOKED_AFTER_PAYMENT')) {
    help.push({
      id: 'booked_after_payment',
      matter: `${lead.fullName} has a coming call, but booked it only after paying.`,
      remedy: 'If the payment is for that call all the same, choose it by hand.',
    })
  }
  if (help.length > 0) return help
  return [
    {
      id: 'no_call',
      matter: `${lead.fullName} is on file, with no call that the payment could be for.`,
      remedy: 'Once a call of theirs comes in, the rules look again. Another person’s call can be chosen by hand.',
    },
  ]
}
