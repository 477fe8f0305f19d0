import { describe, expect, it } from 'vitest'
import { judgeHealth } from './judge-health.ts'
import type { WebhookJudgement } from './judge-webhook.ts'
import type { HealthRow } from './load-health.ts'

const withSecret = {
  provider: 'stripe',
  state: 'active',
  secrets: [{ field: 'webhook_secret', lastFour: '1234', createdAt: '2026-11-01 10:00:00+00', validUntil: null }],
} as const

const quiet: HealthRow = {
  connectionId: '0197a000-0000-7000-8000-000000000001',
  lastAcceptedAt: '2026-11-20 10:00:00+00',
  lastProcessedAt: '2026-11-20 10:00:01+00',
  lastProblemAt: null,
  lastProblem: null,
  lastRefusedAt: null,
  waiting: 0,
  failed: 0,
  oldestWaitingSeconds: 0,
  parked: 0,
  held: 0,
  refusedLastDay: 0,
  callsPausedUntil: null,
  callFailuresInARow: 0,
  lastCallSucceededAt: null,
  lastCallFailedAt: null,
  lastCallError: null,
  deliveriesByDay: [],
}

const judge = (
  health: Partial<HealthRow>,
  connection: Partial<Parameters<typeof judgeHealth>[0]> = {},
  webhook: WebhookJudgement | null = null,
) => judgeHealth({ ...withSecret, secrets: [...withSecret.secrets], ...connection }, { ...quiet, ...health }, webhook)

describe('the health of a connection', () => {
  it('is well when everything that arrived was processed', () => {
    expect(judge({})).toEqual({ state: 'healthy', summary: 'Everything that arrived was processed.' })
  })

  it('is that it is switched off, whatever else is the matter', () => {
    expect(judge({ parked: 3 }, { state: 'disabled', secrets: [] }).state).toBe('disabled')
  })

  it('is that it has no signing secret, also where it has another secret', () => {
    const apiKey = { field: 'api_key', lastFour: '1234', createdAt: '2026-11-01 10:00:00+00', validUntil: null }
    expect(judge({ refusedLastDay: 5 }, { secrets: [apiKey] })).toMatchObject({
      state: 'no_secret',
      summary: expect.stringContaining('Stripe shows'),
    })
  })

  it('is that nothing has arrived yet', () => {
    expect(judge({ lastAcceptedAt: null, lastProcessedAt: null }).state).toBe('never_used')
  })

  it('names how many deliveries need a person before anything else that goes wrong', () => {
    const all = { parked: 2, failed: 1, waiting: 1, lastRefusedAt: '2026-11-20 11:00:00+00', refusedLastDay: 1 }
    expect(judge(all)).toMatchObject({ state: 'failing', summary: expect.stringMatching(/^2 deliveries could not be processed/) })
    expect(judge({ parked: 1 }).summary).toMatch(/^1 delivery could not .* replay it/)
  })

  it('is what keeps its provider from being called, until a call succeeds again', () => {
    const call = { lastCallFailedAt: '2026-11-20 11:00:00+00', lastCallError: 'Acuity is out of order (500).', failed: 1 }
    expect(judge(call)).toEqual({ state: 'failing', summary: 'Acuity is out of order (500). 1 delivery kept until then.' })
    expect(judge({ ...call, callsPausedUntil: '2026-11-20 11:01:00+00' }).summary).toBe(
      'Acuity is out of order (500). It is left alone for a moment, and then called again by itself. 1 delivery kept until then.',
    )
    expect(judge({ ...call, failed: 0 }).summary).toBe(
      'Acuity is out of order (500). It is called again with the next delivery, or when you test the key under Set-up.',
    )
    expect(judge({ ...call, failed: 0, lastCallSucceededAt: '2026-11-20 11:02:00+00' }).state).toBe('healthy')
  })

  it('is refusing while the latest was refused, and says why', () => {
    const at = '2026-11-20 11:00:00+00'
    const refused = { lastRefusedAt: at, lastProblemAt: at, lastProblem: 'Signature does not match', refusedLastDay: 4 }
    expect(judge(refused)).toEqual({
      state: 'refusing',
      summary: 'The latest delivery was refused: signature does not match. Compare the signing secret with the one that Stripe shows.',
    })
    expect(judge({ ...refused, lastAcceptedAt: null }).state).toBe('refusing')
  })

  it('is well again once another delivery was let in, or a day after the last refusal', () => {
    expect(judge({ lastRefusedAt: '2026-11-20 09:59:59.999+00', refusedLastDay: 4 }).state).toBe('healthy')
    expect(judge({ lastRefusedAt: '2026-11-20 11:00:00+00', refusedLastDay: 0 }).state).toBe('healthy')
  })

  it('is failing while deliveries are tried again', () => {
    expect(judge({ waiting: 3, failed: 2 })).toMatchObject({ state: 'failing', summary: expect.stringMatching(/^2 deliveries failed/) })
  })

  it('is waiting while deliveries wait, and says for how long once that is long', () => {
    expect(judge({ waiting: 1, oldestWaitingSeconds: 5 })).toEqual({ state: 'waiting', summary: '1 delivery waiting to be processed.' })
    expect(judge({ waiting: 7, oldestWaitingSeconds: 800 }).summary).toBe(
      '7 deliveries waiting, the oldest for 13 minutes. If this goes on, check that jobs are running.',
    )
  })

  it('says of what is held that nobody needs to do anything about it', () => {
    expect(judge({ held: 2 })).toEqual({
      state: 'waiting',
      summary: '2 deliveries kept until the organization is open again; then processed by themselves.',
    })
  })

  it('names what is the matter with the webhook that Clinch registers, and leads to it', () => {
    const said = (state: WebhookJudgement['state']): WebhookJudgement => ({ state, summary: 'So it is.' })
    expect(judge({}, {}, said('active')).state).toBe('healthy')
    for (const state of ['disabled', 'not_allowed', 'address_taken', 'key_refused', 'address_unreachable'] as const)
      expect(judge({}, {}, said(state))).toEqual({ state: 'failing', summary: 'The webhook is not in order. So it is.' })
    const nothing = { lastAcceptedAt: null, lastProcessedAt: null }
    expect(judge(nothing, {}, said('not_registered')).summary).toBe(
      'Nothing has arrived yet. Let Clinch register the webhook under Set-up.',
    )
    expect(judge(nothing, {}, said('active')).summary).toBe('Nothing has arrived yet. So it is.')
    const refused = { lastRefusedAt: '2026-11-20 11:00:00+00', refusedLastDay: 4 }
    expect(judge(refused, {}, said('active')).summary).toMatch(/with a new key under Set-up\.$/)
  })
})
