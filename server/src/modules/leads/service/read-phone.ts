import type { Tx } from '../../../database/tx.ts'
import { type CountryCode, normalisePhone, readCountry } from '../../../lib/identity.ts'
import { countryOfZone } from '../../../lib/zone-countries.ts'
import { timeZoneOf } from '../../organizations/service/index.ts'

/**
 * A phone number as somebody wrote it, as E.164. Without a country code it is read in the country of the time zone that came with it,
 * else in the organization's.
 */
export async function readPhone(tx: Tx, text: string | null, timeZone: string | null): Promise<string | null> {
  if (!text) return null
  return normalisePhone(text, countryOfZone(timeZone) ?? (await homeCountry(tx)))
}

/** The same of a paying customer: in the country of their address, where that came with it. Written with its country, no other is asked for. */
export async function readCustomerPhone(tx: Tx, text: string | null, country?: string | null): Promise<string | null> {
  if (!text || text.startsWith('+')) return normalisePhone(text ?? '')
  return normalisePhone(text, readCountry(country) ?? (await homeCountry(tx)))
}

/** The country that the organization's time zone lies in; undefined where it lies in none. */
export const homeCountry = async (tx: Tx): Promise<CountryCode | undefined> => countryOfZone(await timeZoneOf(tx)) ?? undefined
