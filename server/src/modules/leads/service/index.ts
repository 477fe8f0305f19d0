export { findOrCreateLead } from './find-or-create-lead.ts'
export { leadLockNames, lockCustomer, lockLead } from './lock-lead.ts'
export { matchCustomer } from './match-customer.ts'
export { noteSetterOfLead } from './note-setter.ts'
