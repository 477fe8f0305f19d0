import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maskBody } from './mask-body.ts'

const kept = (body: string, unneeded: readonly string[] = []): string => maskBody(Buffer.from(body), unneeded).toString()

describe('what is kept of a body', () => {
  it('is its very bytes where nothing is to be masked', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }), fc.boolean(), (value, spaced) => {
        const body = JSON.stringify({ it: value }, null, spaced ? 2 : 0)
        const result = maskBody(Buffer.from(body), [])
        fc.pre(!/secret|token|password|passwd|authorization|signature|key|cv/i.test(body) && !/\d{14}/.test(body))
        expect(result.toString()).toBe(body)
      }),
    )
  })

  it('keeps everything but what is masked, numbers as they were written too', () => {
    expect(kept('{"a" : 100.00, "client_secret":"pi_1_secret_2",\n"n":12345678901234567890,"b":[1,{"token":"x y"}]}')).toBe(
      '{"a" : 100.00, "client_secret":"••••",\n"n":12345678901234567890,"b":[1,{"token":"••••"}]}',
    )
  })

  it('masks by the names down to a value, whole objects and lists too, through lists', () => {
    const body = '{"items":[{"card":{"last4":"4242","exp":1},"type":"card"}],"card":[1,2],"other":{"address":{"city":"X"}},"address":"Y"}'
    expect(kept(body, ['items.card', 'other.address'])).toBe(
      '{"items":[{"card":"••••","type":"card"}],"card":[1,2],"other":{"address":"••••"},"address":"Y"}',
    )
    expect(kept('{"a":{"b":{"x":1,"y":"z"}}}', ['b.*'])).toBe('{"a":{"b":{"x":"••••","y":"••••"}}}')
  })

  it('leaves null, true, false and what is empty', () => {
    const body = '{"client_secret":null,"token":true,"password":"","api_key":[]}'
    expect(kept(body)).toBe(body)
  })

  it('is not led astray by names and texts that look like JSON, or are escaped', () => {
    expect(kept(String.raw`{"a\"}{":"}\\","to\u006ben":"s","b":"\""}`)).toBe(String.raw`{"a\"}{":"}\\","to\u006ben":"••••","b":"\""}`)
  })

  it('masks each of two members of one name', () => {
    expect(kept('{"token":"one","token":"two"}')).toBe('{"token":"••••","token":"••••"}')
  })

  it('masks card numbers in free text, and keys of a known form', () => {
    expect(kept('{"answer":"my card is 4242 4242 4242 4242, thanks","note":"sk_live_abcdefgh1234"}')).toBe(
      '{"answer":"my card is •••• 4242, thanks","note":"sk_live_••••"}',
    )
    expect(kept('{"card_number":4242424242424242}')).toBe('{"card_number":"••••"}')
  })

  it('leaves telephone numbers, ids and addresses, whatever their digits', () => {
    const body = JSON.stringify({
      phone: '4242424242424242',
      id: '4242424242424242',
      user_id: 4242424242424242,
      answer: '4915112345674',
      joinUrl: 'https://meet.example/4242424242424242?token=abc',
    })
    expect(kept(body)).toBe(body)
  })

  it('leaves what is no JSON', () => {
    expect(kept('action=scheduled&id=4242424242424242')).toBe('action=scheduled&id=4242424242424242')
  })

  it('keeps bytes that are no text', () => {
    const body = Buffer.concat([Buffer.from('{"a":"'), Buffer.from([0xff, 0xfe]), Buffer.from('","token":"x"}')])
    expect(maskBody(body, [])).toEqual(Buffer.concat([body.subarray(0, 18), Buffer.from('"••••"}')]))
  })

  it('is JSON of the same shape again', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('a', 'token', 'list', 'card', 'n'), fc.jsonValue({ maxDepth: 3 })), (value) => {
        const result = JSON.parse(kept(JSON.stringify(value), ['card'])) as Record<string, unknown>
        expect(Object.keys(result)).toEqual(Object.keys(value))
      }),
    )
  })
})
