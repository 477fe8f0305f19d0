/** The zone of this device, an IANA name. */
export const guessTimeZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

/** Every zone that the browser knows, with UTC, by name. */
export const timeZones = (): string[] => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC'])].sort()

/** `America/New_York` as `New York, GMT−5`: the city that people look for, then the offset at `now`. */
export function timeZoneLabel(timeZone: string, now: Date): string {
  const city = timeZone.split('/').slice(1).reverse().join(', ').replaceAll('_', ' ') || timeZone
  const offset = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'shortOffset' })
    .formatToParts(now)
    .find((part) => part.type === 'timeZoneName')?.value
  return offset ? `${city}, ${offset.replace('-', '−')}` : city
}
