export { currentOrganization, currencyOf, timeZoneOf } from './current-organization.ts'
