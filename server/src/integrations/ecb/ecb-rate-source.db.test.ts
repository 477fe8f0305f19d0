import { readFileSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { v7 as uuidv7 } from 'uuid'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { freshDatabase, type TestDatabase } from '../../../test/database.ts'
import { adminOf, as, makeOrganization } from '../../../test/intake.ts'
import { pay, worthOf } from '../../../test/rates.ts'
import { runJobs } from '../../../test/run-jobs.ts'
import { enqueue } from '../../kernel/define-job.ts'
import { fetchDailyRates } from '../../modules/rates/jobs/fetch-daily-rates.job.ts'
import { createEcbRateSource } from './ecb-rate-source.ts'

let test: TestDatabase
let server: Server
let answer: RequestListener
beforeAll(async () => {
  test = await freshDatabase()
  server = createServer((request, response) => answer(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterEach(() => test.owner`delete from reference_rates`)
afterAll(async () => {
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await test.close()
})

const today = new Date().toISOString().slice(0, 10)
const file = readFileSync(new URL('../../../test/fixtures/rates/eurofxref-daily.xml', import.meta.url), 'utf8')
const ofToday = file.replace('2026-11-20', today)

const source = (timeoutMs = 5_000) =>
  createEcbRateSource({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/daily.xml`, timeoutMs })

/** Runs the job as the clock would, and what it enqueues. */
async function fetchOnce(timeoutMs?: number): Promise<void> {
  const organizationId = await makeOrganization(test)
  await as(test.database, adminOf(organizationId), (tx) => enqueue(tx, fetchDailyRates, {}, { key: uuidv7() }))
  await runJobs(test, { rateSource: source(timeoutMs) })
}

const known = () => test.owner<{ currency: string; rate: string }[]>`
  select currency, trim_scale(per_euro)::text as rate from reference_rates where day = ${today} order by currency`

describe('the day’s reference rates', () => {
  it('are fetched, and payments that waited for them are converted, in every organization', async () => {
    const paid = await Promise.all(
      [1, 2].map(async () => pay(test, await makeOrganization(test), { amount: 10_000n, currency: 'EUR', at: `${today}T12:00:00Z` })),
    )
    answer = (_request, response) => response.setHeader('content-type', 'text/xml').end(ofToday)
    await fetchOnce()
    expect(await known()).toHaveLength(5)
    for (const id of paid) expect(await worthOf(test, id)).toMatchObject({ currency: 'USD', amount: 10_842n, day: today })
  })

  it('fetched again change nothing, not even where they differ', async () => {
    answer = (_request, response) => response.end(ofToday)
    await fetchOnce()
    answer = (_request, response) => response.end(ofToday.replace('1.0842', '9'))
    await fetchOnce()
    expect((await known()).find(({ currency }) => currency === 'USD')).toEqual({ currency: 'USD', rate: '1.0842' })
  })

  it('of a day long gone or to come are not believed', async () => {
    for (const day of ['2020-01-02', '2999-01-04']) {
      answer = (_request, response) => response.end(file.replace('2026-11-20', day))
      await fetchOnce()
      expect(await test.owner`select from reference_rates`).toHaveLength(0)
    }
  })

  it.each<[string, RequestListener]>([
    ['an error', (_request, response) => response.writeHead(503).end('busy')],
    ['a page', (_request, response) => response.end('<!doctype html><html></html>')],
    ['nothing', (_request, response) => response.end()],
    ['half of it', (_request, response) => response.end(ofToday.slice(0, 400))],
    ['a line that goes dead', (request) => request.socket.destroy()],
    [
      'no end',
      (_request, response) => {
        const more = () => {
          while (response.write('x'.repeat(100_000)));
          response.once('drain', more)
        }
        more()
      },
    ],
    ['what is no text', (_request, response) => response.end(Buffer.from([0xff, 0xfe, 0x00]))],
  ])('answered with %s leave everything as it was', async (_what, listener) => {
    answer = listener
    await expect(fetchOnce()).rejects.toThrow('Jobs failed')
    expect(await test.owner`select from reference_rates`).toHaveLength(0)
  })

  it('that do not come in time are given up, in words for the log', async () => {
    answer = () => undefined
    await expect(source(50).fetchDaily()).rejects.toThrow(/^The reference rates could not be fetched from 127\.0\.0\.1:\d+: /)
  })

  it('are fetched nowhere where that is off', async () => {
    let asked = false
    answer = (_request, response) => {
      asked = true
      response.end(ofToday)
    }
    const organizationId = await makeOrganization(test)
    await as(test.database, adminOf(organizationId), (tx) => enqueue(tx, fetchDailyRates, {}))
    await runJobs(test)
    expect(asked).toBe(false)
  })
})
