import { PlatformRatesResolver } from './platform-rates.resolver.ts'
import { exchangeRateResolvers } from './rates.resolver.ts'

export const rateResolvers = [...exchangeRateResolvers, PlatformRatesResolver]
