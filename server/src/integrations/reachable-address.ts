import { isIPv4, isIPv6 } from 'node:net'

/** Addresses of a machine or a private network, which nobody outside reaches. */
const privateHost = /(^|\.)(localhost|local|internal|lan|home\.arpa|test)$/
const privateIPv4 = /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./

/**
 * Whether a provider on the internet can send webhooks to an address: over https, to a host that is no private one. An emulator beside
 * this server is itself called over http, and reaches whatever this server does.
 */
export function canReach(address: string, provider: { baseUrl: string }): boolean {
  if (new URL(provider.baseUrl).protocol === 'http:') return true
  const { protocol, hostname } = new URL(address)
  if (protocol !== 'https:') return false
  const host = hostname.replace(/^\[|\]$/g, '')
  if (isIPv4(host)) return !privateIPv4.test(host)
  if (isIPv6(host)) return !/^(::1?$|f[cd]|fe[89ab]|::ffff:)/i.test(host)
  return host.includes('.') && !privateHost.test(host)
}
