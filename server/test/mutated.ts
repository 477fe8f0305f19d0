import fc from 'fast-check'
import { readdirSync } from 'node:fs'

/** The names of all bodies that a provider is known to send: `stripe/charge.succeeded`. */
export const fixturesOf = (provider: string): string[] =>
  readdirSync(new URL(`./fixtures/webhooks/${provider}/`, import.meta.url))
    .map((file) => `${provider}/${file.replace(/\.json$/, '')}`)
    .sort()

type Path = readonly (string | number)[]

/** Where something stands in a body. */
const placesIn = (value: unknown, path: Path = []): Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, Array.isArray(value) ? Number(key) : key]))]
    : [path]

/** What nobody would expect to stand there. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 1e21, 2 ** 53, 253_402_300_800, Number.MIN_VALUE, '', ' ', '0', 'usd', 'XXX', [], {}, [
    [],
  ]),
  fc.constantFrom<unknown>('constructor', '__proto__', 'toString', 'invitee.created', 'charge.refunded', 'failed', '\u0000', '\ud800'),
  fc.constantFrom<unknown>('2026-02-30T25:61:61Z', 'yesterday', '+275760-09-13T00:00:00Z', '0000-01-01T00:00:00Z', '1'),
  fc.jsonValue(),
)

function changed(value: unknown, [step, ...rest]: Path, put: { value: unknown } | null): unknown {
  if (step === undefined) return put?.value
  if (Array.isArray(value)) return value.map((inner: unknown, index) => (index === step ? changed(inner, rest, put) : inner))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  if (rest.length === 0 && put === null) return Object.fromEntries(entries.filter(([key]) => key !== step))
  return Object.fromEntries(entries.map(([key, inner]) => [key, key === step ? changed(inner, rest, put) : inner]))
}

/** A body with a few of its parts taken out or replaced by what nobody would expect there, as JSON carries it. */
export const mutated = (bodies: readonly unknown[]): fc.Arbitrary<unknown> =>
  fc
    .constantFrom(...bodies.map((body) => ({ body, places: placesIn(body) })))
    .chain(({ body, places }) => {
      const change = fc.record({ place: fc.constantFrom(...places), put: fc.option(fc.record({ value: hostile })) })
      return fc.tuple(fc.constant(body), fc.array(change, { minLength: 1, maxLength: 4 }))
    })
    .map(([body, changes]) => {
      const result = changes.reduce<unknown>((sofar, { place, put }) => changed(sofar, place, put), body)
      return result === undefined ? null : (JSON.parse(JSON.stringify(result)) as unknown)
    })
