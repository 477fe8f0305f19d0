import { isIPv6 } from 'node:net'

/**
 * What a network address is counted as. One caller of IPv6 has a whole /64 to choose addresses from, so that is counted as one; an
 * IPv4 address in its IPv6 form is the IPv4 address.
 */
export function limitKeyOfAddress(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
  if (!isIPv6(plain)) return plain.slice(0, 64)
  const [head = '', tail] = (plain.split('%')[0] ?? '').toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail ? tail.split(':') : []
  // A dotted quad at the end stands for two groups.
  const groups = left.length + right.length + (plain.includes('.') ? 1 : 0)
  const whole = tail === undefined ? left : [...left, ...Array.from({ length: 8 - groups }, () => '0'), ...right]
  return `${whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
