export { currencyOf, timeZoneOf } from './current-organization.ts'
