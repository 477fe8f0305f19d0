import { isAdmin, isOperator } from '../../../graphql-kit/rules.ts'

export const rateRules = {
  Query: { exchangeRates: isAdmin(null), rate: isAdmin(null), platformRates: isOperator },
  Mutation: {
    importRates: isAdmin(null),
    setExchangeRate: isAdmin(null),
    removeExchangeRate: isAdmin(null),
    importReferenceRates: isOperator,
  },
}
