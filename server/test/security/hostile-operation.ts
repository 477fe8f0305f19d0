/** One hostile request: its body as it is sent, and the stable code that it is refused with. */
export interface HostileOperation {
  name: string
  body: string
  code: 'QUERY_TOO_COMPLEX' | 'BAD_USER_INPUT'
}

export const someId = '01a1fd02-c2cc-731e-ab89-c0b857ddc95b'
export const numbers = (count: number): number[] => Array.from({ length: count }, (_, index) => index)
export const each = (count: number, make: (index: number) => string, between = ' '): string => numbers(count).map(make).join(between)
/** `before` so often, then `inner`, then `after` as often. */
export const nested = (times: number, before: string, inner: string, after: string): string =>
  before.repeat(times) + inner + after.repeat(times)

type Code = HostileOperation['code']
export const send = (query: string, variables?: unknown): string =>
  JSON.stringify({ query, ...(variables === undefined ? {} : { variables }) })
export const tooComplex = (name: string, query: string, variables?: unknown): HostileOperation => ({
  name,
  body: send(query, variables),
  code: 'QUERY_TOO_COMPLEX',
})
export const badInput = (name: string, query: string, variables?: unknown): HostileOperation => ({
  name,
  body: send(query, variables),
  code: 'BAD_USER_INPUT',
})
export const raw = (name: string, body: string, code: Code = 'BAD_USER_INPUT'): HostileOperation => ({ name, body, code })
