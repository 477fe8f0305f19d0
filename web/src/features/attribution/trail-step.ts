import type { WhyThisCredit_PaymentFragment } from '../../apollo/generated/graphql.ts'

/** One rule of the trail: the question, what it found, and the calls that it looked at. */
export type TrailStep = WhyThisCredit_PaymentFragment['attribution']['trail'][number]

export type TrailCandidate = TrailStep['candidates'][number]
