import pino from 'pino'
import { describe, expect, it } from 'vitest'
import { LimitLog } from './limit-log.ts'

function watched() {
  const lines: Record<string, unknown>[] = []
  const clock = { now: 5_000 }
  const logger = pino(
    { base: null, timestamp: false },
    { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  )
  const log = new LimitLog(logger, () => clock.now)
  const note = (limit: string, who: string) => log.note({ limit, who, address: '192.0.2.1', requestId: 'request' })
  return { lines, clock, note }
}

describe('attempts around a limit', () => {
  it('are one security event a minute for each caller and limit, however many there are', () => {
    const { lines, clock, note } = watched()
    for (let n = 0; n < 500; n += 1) note('sign-in', 'address:192.0.2.1')
    note('sign-in', 'address:192.0.2.2')
    note('requests', 'address:192.0.2.1')
    expect(lines).toHaveLength(3)
    expect(lines[0]).toEqual({
      level: 40,
      security: true,
      limit: 'sign-in',
      who: 'address:192.0.2.1',
      address: '192.0.2.1',
      requestId: 'request',
      msg: 'a limit was tried',
    })
    clock.now += 59_999
    note('sign-in', 'address:192.0.2.1')
    expect(lines).toHaveLength(3)
    clock.now += 1
    note('sign-in', 'address:192.0.2.1')
    expect(lines).toHaveLength(4)
  })

  it('fill no log, from however many addresses they come', () => {
    const { lines, clock, note } = watched()
    for (let n = 0; n < 20_000; n += 1) note('sign-in', `address:2001:db8::${n}`)
    expect(lines).toHaveLength(1_000)
    clock.now += 60_000
    note('sign-in', 'address:192.0.2.9')
    expect(lines).toHaveLength(1_001)
  })
})
