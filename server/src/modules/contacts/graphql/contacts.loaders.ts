import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import type { EventRow } from '../../events/service/index.ts'
import type { PaymentRow } from '../../payments/service/index.ts'
import { type LeadAddressRow, loadEmailsOfLeads, loadPhonesOfLeads } from '../service/load-addresses.ts'
import { type LeadMergeRow, loadMerges, loadMergesInto, loadSurvivors } from '../service/load-merges.ts'
import {
  type CashOfLead,
  loadCashOfLeads,
  loadEventsOfLeads,
  loadOrigins,
  loadPaymentsOfLeads,
  type OriginOfLead,
} from '../service/load-of-leads.ts'

export const emailsOfLead = defineLoader<readonly LeadAddressRow[]>(loadEmailsOfLeads, [])
export const phonesOfLead = defineLoader<readonly LeadAddressRow[]>(loadPhonesOfLeads, [])
export const eventsOfLead = defineLoader<readonly EventRow[]>(loadEventsOfLeads, [])
export const paymentsOfLead = defineLoader<readonly PaymentRow[]>(loadPaymentsOfLeads, [])
export const cashOfLead = defineLoader<CashOfLead | null>(loadCashOfLeads, null)
export const originOfLead = defineLoader<OriginOfLead | null>(loadOrigins, null)
export const mergeById = defineLoader<LeadMergeRow | null>(loadMerges, null)
export const mergesOfLead = defineLoader<readonly LeadMergeRow[]>(loadMergesInto, [])
export const survivorOfLead = defineLoader<string | null>(loadSurvivors, null)
