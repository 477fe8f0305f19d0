import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { type LeadRow, loadLeads } from '../service/load-leads.ts'

export const leadById = defineLoader<LeadRow | null>(loadLeads, null)
