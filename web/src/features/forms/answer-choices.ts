import type { PaymentType } from '../../apollo/generated/graphql.ts'

/** Why a call did not take place: what the API knows, or that nobody came, which it calls a no-show. */
export const resolutions = ['CANCELED', 'RESCHEDULED', 'NO_SHOW'] as const

export const paymentTypes = ['PIF', 'PAYMENT_PLAN', 'DEPOSIT'] as const satisfies readonly PaymentType[]
