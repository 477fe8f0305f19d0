import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'

const source = readFileSync(`${import.meta.dirname}/../../worker/portal-worker.js`, 'utf8')
  .replace('__VERSION__', 'one')
  .replace('__FILES__', '[]')

interface Opening {
  request: { method: string; url: string; mode: string }
  respondWith: (answer: Promise<Response>) => void
}

/** What the worker answers to whoever opens the portal: the network gives `fetched`, and the phone keeps `kept`. */
async function openPage({ fetched, kept }: { fetched: () => Promise<Response>; kept: Response | undefined }) {
  const listeners = new Map<string, (event: Opening) => void>()
  const match = () => Promise.resolve(kept)
  runInNewContext(source, {
    URL,
    setTimeout,
    fetch: fetched,
    caches: { open: () => Promise.resolve({ match }), match },
    self: {
      location: { origin: 'https://clinch.example' },
      addEventListener: (name: string, listener: (event: Opening) => void) => listeners.set(name, listener),
    },
  })
  const answer = await new Promise<Response>((resolve, reject) =>
    listeners.get('fetch')?.({
      request: { method: 'GET', url: 'https://clinch.example/portal/forms', mode: 'navigate' },
      respondWith: (answered) => void answered.then(resolve, reject),
    }),
  )
  return answer.text()
}

const page = (text: string, status = 200) => new Response(text, { status })

describe('the portal’s page', () => {
  it('is the newest one where the server gives it', async () => {
    expect(await openPage({ fetched: async () => page('newest'), kept: page('kept') })).toBe('newest')
  })

  it.each([500, 502, 503, 504])(
    'is the one that the phone keeps where a proxy answers %s in its place',
    async (status) => {
      expect(await openPage({ fetched: async () => page('Bad gateway', status), kept: page('kept') })).toBe('kept')
    },
  )

  it('is the one that the phone keeps without a network', async () => {
    expect(await openPage({ fetched: () => Promise.reject(new TypeError('no network')), kept: page('kept') })).toBe(
      'kept',
    )
  })

  it('is what the network says where the phone keeps none', async () => {
    expect(await openPage({ fetched: async () => page('Bad gateway', 502), kept: undefined })).toBe('Bad gateway')
  })

  it('is no other page in its place: what the server says of an address stands', async () => {
    expect(await openPage({ fetched: async () => page('Too many', 429), kept: page('kept') })).toBe('Too many')
  })
})
