import { describe, expect, it } from 'vitest'
import { limitKeyOfAddress } from './limit-key.ts'

describe('what an address is counted as', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0DB8:0001:0002::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['2001:db8:1:2:3:4:192.0.2.1', '2001:db8:1:2::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
  ])('%s is %s', (address, key) => expect(limitKeyOfAddress(address)).toBe(key))

  it('is never longer than an address may be, whatever a proxy wrote', () => {
    expect(limitKeyOfAddress('x'.repeat(5_000))).toHaveLength(64)
  })
})
