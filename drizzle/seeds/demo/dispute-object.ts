import { organization } from './people.ts'
import { seconds } from './stripe-objects.ts'
import type { Dispute, Purchase } from './truth.ts'

const currency = organization.currency.toLowerCase()

/** A dispute as the processor writes it: its money is taken when it is opened, and given back where it is won. */
export function disputeObject(purchase: Purchase, dispute: Dispute, status: 'needs_response' | 'won' | 'lost'): object {
  const taken = movement(purchase, dispute, { ending: 'w', amount: -dispute.amountMinor, fee: 1_500, at: dispute.openedAt })
  const returned = dispute.end && movement(purchase, dispute, { ending: 'r', amount: dispute.amountMinor, fee: 0, at: dispute.end.at })
  return {
    id: dispute.ref,
    object: 'dispute',
    amount: dispute.amountMinor,
    balance_transactions: status === 'won' ? [taken, returned] : [taken],
    charge: purchase.chargeRef,
    created: seconds(dispute.openedAt),
    currency,
    enhanced_eligibility_types: [],
    evidence: {},
    evidence_details: {
      due_by: seconds(dispute.dueBy),
      enhanced_eligibility: {},
      has_evidence: status === 'won',
      past_due: false,
      submission_count: status === 'won' ? 1 : 0,
      submission_method: null,
    },
    intended_submission_method: null,
    is_charge_refundable: false,
    livemode: false,
    metadata: {},
    payment_intent: purchase.ref,
    payment_method_details: { card: { brand: 'visa', case_type: 'chargeback', network_reason_code: '13.1' }, type: 'card' },
    reason: 'product_not_received',
    status,
  }
}

function movement(
  { chargeRef }: Purchase,
  { ref }: Dispute,
  { ending, amount, fee, at }: { ending: string; amount: number; fee: number; at: Date },
): object {
  return {
    id: `txn_1${ref.slice(4)}${ending}`,
    object: 'balance_transaction',
    amount,
    available_on: seconds(at) + 86_400,
    balance_type: 'payments',
    created: seconds(at),
    currency,
    description: `Chargeback ${fee > 0 ? 'withdrawal' : 'reversal'} for ${chargeRef}`,
    exchange_rate: null,
    fee,
    fee_details: fee > 0 ? [{ amount: fee, application: null, currency, description: 'Dispute fee', type: 'stripe_fee' }] : [],
    net: amount - fee,
    reporting_category: fee > 0 ? 'dispute' : 'dispute_reversal',
    source: ref,
    status: 'available',
    type: 'adjustment',
  }
}
