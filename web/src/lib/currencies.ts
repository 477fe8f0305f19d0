const frequent = [
  'USD',
  'EUR',
  'GBP',
  'CAD',
  'AUD',
  'NZD',
  'CHF',
  'SEK',
  'NOK',
  'DKK',
  'JPY',
  'SGD',
  'AED',
  'INR',
  'BRL',
  'MXN',
  'ZAR',
]

const names = new Intl.DisplayNames('en', { type: 'currency' })

/** ISO 4217 codes with the frequent ones first, the rest by code. */
export const currencies = (): string[] => [...new Set([...frequent, ...Intl.supportedValuesOf('currency')])]

/** `USD, US Dollar`. */
export const currencyLabel = (currency: string): string => `${currency}, ${names.of(currency) ?? currency}`

const byRegion: Readonly<Record<string, string>> = {
  US: 'USD',
  GB: 'GBP',
  CA: 'CAD',
  AU: 'AUD',
  NZ: 'NZD',
  CH: 'CHF',
  SE: 'SEK',
  NO: 'NOK',
  DK: 'DKK',
  JP: 'JPY',
  SG: 'SGD',
  AE: 'AED',
  IN: 'INR',
  BR: 'BRL',
  MX: 'MXN',
  ZA: 'ZAR',
  DE: 'EUR',
  FR: 'EUR',
  ES: 'EUR',
  IT: 'EUR',
  NL: 'EUR',
  BE: 'EUR',
  AT: 'EUR',
  IE: 'EUR',
  PT: 'EUR',
  FI: 'EUR',
}

/** A first guess from the browser's language, `en-GB` giving GBP; USD where it says nothing. */
export const guessCurrency = (language: string): string =>
  byRegion[new Intl.Locale(language).maximize().region ?? ''] ?? 'USD'
