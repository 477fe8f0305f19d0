export { findOrCreateLead, leadLockNames, type LeadDetails } from './find-or-create-lead.ts'
export { matchCustomer, type CustomerMatch } from './match-customer.ts'
export { loadLeads, type LeadRow } from './load-leads.ts'
export { noteSetterOfLead } from './note-setter.ts'
