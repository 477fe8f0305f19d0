import { nobodyElse } from '../expected.ts'
import { spare } from '../put-back.ts'
import type { Tenant } from '../tenant-rows.ts'

export const page = { first: 3 }
export const cent = { amount: '0.01', currency: 'EUR' }
export const period = { from: '2026-10-01', to: '2026-10-31' }
export const credit = (of: Tenant) => ({
  closerIds: [of.id('closers')],
  setterIds: [of.id('setters')],
  sourceIds: [of.id('sources')],
})
export const call = (of: Tenant) => ({ ...credit(of), trafficTypeIds: [of.id('traffic_types')], callTypeIds: [of.id('call_types')] })
export const input = (fields: Record<string, unknown>) => ({ input: fields })

/** Operators alone, whichever organization they act in. */
export const forOperators = { expected: nobodyElse, asks: 'operator', key: null } as const
export const inThirtyDays = new Date(Date.now() + 30 * 86_400_000).toISOString()
export const onSpare = { ...forOperators, before: spare } as const

export const twoLeads = (of: Tenant, one: string, other: string) => ({ [one]: of.id('leads'), [other]: of.id('leads', 5) })

export const twoCalls = (of: Tenant, one: string, other: string) => ({ [one]: of.id('events'), [other]: of.id('events', 20) })
export const mapping = { setterFrom: [{ utm: 'CONTENT' }], sourceFrom: [{ question: 'Where from?' }], trafficTypeFrom: [] }

export const onMember = (of: Tenant) => ({ memberId: of.id('organization_members') })
