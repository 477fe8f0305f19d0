export { countImport } from './count-import.ts'
export { currencyOf, timeZoneOf } from './current-organization.ts'
export { memberGone, organizationReopened, reportingChanged } from './facts.ts'
export { holdOrganization, refuseIfReadOnly } from './hold-organization.ts'
export { monthOf, type Plan, planTerms, seatsOf } from './plans.ts'
export {
  answersOf,
  byContact,
  contactOf,
  paymentsShown,
  type PortalSettings,
  portalSettingsOf,
  sightOf,
} from './portal-settings.ts'
export { Currency, OrganizationName, TimeZone } from './schemas.ts'
export { storeInvitation } from './store-invitation.ts'
export { withoutContacts } from './without-contacts.ts'
