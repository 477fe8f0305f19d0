import type { ServerResponse } from 'node:http'

/** What a page of ours may load: files of this server, and nothing else; no script or style that stands in the page itself. */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** What an answer that is no page may do if it is opened as one: nothing. */
const dataPolicy = "default-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

/** Abilities of browsers that no page of ours uses, nor any that it could be made to show. */
const refusedFeatures = [
  'accelerometer',
  'autoplay',
  'bluetooth',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'web-share',
  'xr-spatial-tracking',
]

const twoYearsSeconds = 63_072_000

const always: Readonly<Record<string, string>> = {
  'content-security-policy': dataPolicy,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  // Tokens stand in the addresses of some pages: no other site is told even where somebody came from.
  'referrer-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': refusedFeatures.map((feature) => `${feature}=()`).join(', '),
  // What is answered is somebody's; files of the web app say otherwise.
  'cache-control': 'no-store',
}

/** Gives an answer the headers that hold for every kind of it, errors too. `overHttps`: whether browsers reach this server by https. */
export function setSecurityHeaders(response: ServerResponse, overHttps: boolean): void {
  for (const [name, value] of Object.entries(always)) response.setHeader(name, value)
  if (overHttps) response.setHeader('strict-transport-security', `max-age=${twoYearsSeconds}; includeSubDomains`)
}

/** The headers in which a page differs from any other answer. */
export const pageHeaders: Readonly<Record<string, string>> = { 'content-security-policy': pagePolicy }

/** The headers of a service worker, which fetches for its pages: from this server alone. */
export const workerHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': dataPolicy.replace("default-src 'none'", "default-src 'none'; connect-src 'self'"),
}
