import { describe, expect, it } from 'vitest'
import { canReach } from './reachable-address.ts'

const calendly = { baseUrl: 'https://api.calendly.com' }

describe('a provider on the internet', () => {
  it.each(['https://app.clinch.example', 'https://clinch.example:8443/base', 'https://8.8.8.8', 'https://[2606:4700::1111]'])(
    'reaches %s',
    (address) => expect(canReach(address, calendly)).toBe(true),
  )

  it.each([
    'http://app.clinch.example',
    'https://localhost:4000',
    'https://clinch.localhost',
    'https://clinch.local',
    'https://clinch',
    'https://127.0.0.1',
    'https://10.1.2.3',
    'https://172.20.0.2',
    'https://192.168.1.4',
    'https://100.64.0.1',
    'https://[::1]',
    'https://[fd00::1]',
    'https://[fe80::1]',
    'https://[::ffff:127.0.0.1]',
  ])('does not reach %s', (address) => expect(canReach(address, calendly)).toBe(false))
})

it('an emulator beside this server reaches whatever this server does', () => {
  expect(canReach('http://127.0.0.1:4000', { baseUrl: 'http://127.0.0.1:9' })).toBe(true)
})
