export { findOrCreateLead } from './find-or-create-lead.ts'
export { leadLockNames, lockCustomer, lockLead } from './lock-lead.ts'
export { matchCustomer } from './match-customer.ts'
export { noteSettersOfLead } from './note-setters.ts'
