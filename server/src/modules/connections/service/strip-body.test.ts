import { describe, expect, it } from 'vitest'
import { stripBody } from './strip-body.ts'

const stripped = (body: unknown): unknown => JSON.parse(stripBody(JSON.stringify(body)))

describe('a delivery’s body, for people to read', () => {
  it('keeps what is neither secret nor card data', () => {
    const body = {
      id: 'evt_1',
      created: 1_791_388_933,
      amount: 300_000,
      at: '2026-10-02T18:22:42.000000Z',
      live: false,
      none: null,
      list: [1, 'two', { three: 3 }],
    }
    expect(stripped(body)).toEqual(body)
  })

  it.each([
    'client_secret',
    'clientSecret',
    'secret',
    'access_token',
    'refreshToken',
    'Authorization',
    'password',
    'api_key',
    'apiKey',
    'signature',
    'cvc',
    'CVV2',
    'signing_secret',
  ])('has no value under the name %s, however deep it stands', (name) => {
    expect(stripped({ a: [{ b: { [name]: 'hidden-value' } }] })).toEqual({ a: [{ b: { [name]: '••••' } }] })
    expect(stripBody(JSON.stringify({ [name]: { inner: ['hidden-value'] } }))).not.toContain('hidden-value')
  })

  it('leaves an empty secret empty, since that may be what is the matter', () => {
    expect(stripped({ client_secret: null })).toEqual({ client_secret: null })
  })

  it.each(['4242424242424242', '4242 4242 4242 4242', '5555-5555-5555-4444', '378282246310005', '6011111111111117', '2223003122003222'])(
    'has no card number: %s',
    (card) => {
      expect(stripBody(JSON.stringify({ note: `paid with ${card}, thanks` }))).not.toContain(card)
      expect(stripped({ note: `paid with ${card}, thanks` })).toEqual({ note: `paid with •••• ${card.slice(-4)}, thanks` })
      expect(stripped({ [card]: 1 })).toEqual({ [`•••• ${card.slice(-4)}`]: 1 })
    },
  )

  it('has no card number that is written as a number', () => {
    expect(stripped({ card: 4242424242424242 })).toEqual({ card: '••••' })
  })

  it('keeps numbers that are no cards: another check digit, a phone, a time in milliseconds, an id', () => {
    const body = {
      a: '4242424242424241',
      phone: '+4915123456789',
      phone2: '+1 202-555-0143',
      at: 1_791_388_931_004,
      id: 'd2b8f3e1-0001-4f00-8000-000000000201',
    }
    expect(stripped(body)).toEqual(body)
  })

  it('has no secret in the query of an address, in a quoted header, or by its known form', () => {
    const texts = [
      'https://x.example/hook?a=1&access_token=hidden-value&b=2',
      'Authorization: Bearer hidden-value',
      'Key sk_live_hidden-value was used',
      'whsec_hidden-value',
    ]
    for (const text of texts) expect(stripBody(JSON.stringify({ text }))).not.toContain('hidden-value')
    expect(stripped({ text: texts[0] })).toEqual({ text: 'https://x.example/hook?a=1&access_token=••••&b=2' })
  })

  it('strips a body that is no JSON as text', () => {
    expect(stripBody('token=hidden-value&card=4242424242424242')).toBe('token=••••&card=•••• 4242')
  })

  it('takes no longer than it should for a long body of digits', () => {
    const digits = '4'.repeat(1_000_000)
    expect(stripBody(digits).length).toBeGreaterThan(0)
    expect(stripBody(JSON.stringify({ digits: '4 '.repeat(500_000) })).length).toBeGreaterThan(0)
  })
})
