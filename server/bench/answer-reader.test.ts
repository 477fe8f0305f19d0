import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AnswerReader } from './answer-reader.ts'

const body = '{"data":{"name":"Zoë"}}'
const bytes = Buffer.from(body)
const whole = Buffer.concat([Buffer.from(`HTTP/1.1 200 OK\r\nContent-Length: ${bytes.length}\r\n\r\n`), bytes])
const half = bytes.subarray(0, 9)
const chunked = Buffer.concat([
  Buffer.from(`HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n${half.length.toString(16)}\r\n`),
  half,
  Buffer.from(`\r\n${(bytes.length - half.length).toString(16)}\r\n`),
  bytes.subarray(9),
  Buffer.from('\r\n0\r\n\r\n'),
])

describe('an HTTP answer', () => {
  it.each([
    ['with its length', whole],
    ['in chunks', chunked],
  ])('%s is read whole, wherever the network cuts it', (_how, answer) => {
    fc.assert(
      fc.property(fc.array(fc.nat(answer.length), { maxLength: 5 }), (cuts) => {
        const reader = new AnswerReader()
        const places = [0, ...[...new Set(cuts)].sort((a, b) => a - b), answer.length]
        const answers = places.slice(1).map((end, index) => reader.take(answer.subarray(places[index], end)))
        const [last] = answers.filter((each) => each !== null)
        expect(last?.status).toBe(200)
        expect(last?.body.toString('utf8')).toBe(body)
      }),
    )
  })

  it('is followed by the next one on the same connection', () => {
    const reader = new AnswerReader()
    expect(reader.take(whole)?.body.toString('utf8')).toBe(body)
    expect(reader.take(Buffer.from('HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n'))?.status).toBe(503)
  })
})
