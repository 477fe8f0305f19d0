import { ApolloProvider } from '@apollo/client/react'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../apollo/client.ts'
import { startAnswering, type AnsweringServer } from '../../test/answering-server.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { RerunDialog } from './rerun-dialog.tsx'

// Dialogs are slow where a document is made up, and more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

interface Request {
  operationName: string
  variables: { id?: string; input?: object }
}

interface Run {
  id: string
  kind: 'ATTRIBUTION_PREVIEW' | 'ATTRIBUTION_RERUN'
  state: string
  changed: number
  progress: number
  rerun?: string
  finishedAt?: string
}

const now = () => new Date().toISOString()

/** The API as far as the dialog asks it: a period that is too long for one act, and runs that go on as the test says. */
class Api {
  readonly runs = new Map<string, Run>()
  readonly asked: Request[] = []
  latest: string | null = null
  refuses: string | null = null

  begin(run: Run): void {
    this.runs.set(run.id, run)
    this.latest = run.id
  }

  change(id: string, change: Partial<Run>): void {
    const run = this.runs.get(id)
    if (run) this.runs.set(id, { ...run, ...change })
  }

  answer(request: Request): object {
    this.asked.push(request)
    const { operationName, variables } = request
    const conflict = (message: string) => ({
      errors: [{ message, extensions: { code: 'CONFLICT', fields: [], requestId: 'r' } }],
    })
    switch (operationName) {
      case 'RerunPreview': {
        const fields = [{ path: 'period', message: 'At most 100 payments are credited again at once.' }]
        return {
          errors: [{ message: 'Too many', extensions: { code: 'BAD_USER_INPUT', fields, limit: 100, requestId: 'r' } }],
        }
      }
      case 'RerunLatestRun':
        return { data: { latestAttributionRun: this.#told(this.latest) } }
      case 'RerunRun':
      case 'RerunOutcome':
        return { data: { attributionRun: this.#told(variables.id ?? null) } }
      case 'RerunStartPreview':
        if (this.refuses) return conflict(this.refuses)
        this.begin({ id: 'looks', kind: 'ATTRIBUTION_PREVIEW', state: 'RUNNING', changed: 0, progress: 0.4 })
        return { data: { startAttributionPreview: { run: this.#told('looks') } } }
      case 'RerunStart':
        this.change('looks', { rerun: 'credits' })
        this.begin({ id: 'credits', kind: 'ATTRIBUTION_RERUN', state: 'RUNNING', changed: 100, progress: 0.1 })
        return { data: { startAttributionRerun: { run: this.#told('credits') } } }
      case 'RerunCancel':
        this.change(variables.id ?? '', { state: 'CANCELED', finishedAt: now() })
        return { data: { cancelAttributionRun: { run: this.#told(variables.id ?? null) } } }
      case 'RerunResume':
        this.change(variables.id ?? '', { state: 'RUNNING', finishedAt: undefined })
        return { data: { resumeAttributionRun: { run: this.#told(variables.id ?? null) } } }
      default:
        throw new Error(`Nobody expected ${operationName}`)
    }
  }

  #told(id: string | null): object | null {
    const run = id === null ? undefined : this.runs.get(id)
    if (!run) return null
    const { kind, state, changed, progress, finishedAt = null } = run
    const money = (amount: string) => ({ __typename: 'Money', amount, currency: 'USD' })
    const moved = { __typename: 'MovedCredit', role: 'CLOSER', setter: null, gainedPayments: changed, lostPayments: 0 }
    return {
      __typename: 'AttributionRun',
      id: run.id,
      changed,
      filtered: false,
      summary: `${changed} by ${run.id}.`,
      rerun: run.rerun === undefined ? null : { __typename: 'AttributionRun', id: run.rerun },
      people: [
        {
          ...moved,
          closer: { __typename: 'Closer', id: 'c', name: 'Priya Nair' },
          gained: money('900.00'),
          lost: money('0.00'),
        },
      ],
      changes: [],
      job: {
        __typename: 'Job',
        id: run.id,
        kind,
        state,
        period: { __typename: 'Period', from: '2025-11-22', to: '2026-11-21' },
        progress,
        secondsLeft: 90,
        waitsFor: null,
        error: null,
        requestedBy: 'Ada',
        finishedAt,
      },
    }
  }
}

let api: Api
let server: AnsweringServer
beforeEach(async () => {
  api = new Api()
  server = await startAnswering(({ body }) =>
    Promise.resolve({ status: 200, body: api.answer(JSON.parse(body) as Request) }),
  )
})
afterEach(() => server.stop())

const open = () => {
  const onApplied = vi.fn()
  const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
  const shown = show(
    <ApolloProvider client={client}>
      <RerunDialog
        today="2026-11-21"
        firstPeriod={{ from: '2025-11-22', to: '2026-11-21' }}
        onClose={() => undefined}
        onApplied={onApplied}
      />
    </ApolloProvider>,
  )
  return { ...shown, onApplied }
}
const button = (name: string) => screen.findByRole('button', { name })

describe('a period with more payments than go at once', () => {
  it('is looked at by a run, shown, credited by another, and what came of it is said', async () => {
    const { user, onApplied } = open()
    await user.click(await button('Look at what would change'))
    const progress = await screen.findByRole('progressbar')
    expect(progress.getAttribute('aria-valuenow')).toBe('40')
    await expectAccessible(screen.getByRole('dialog'))
    api.change('looks', { state: 'DONE', changed: 340, finishedAt: now() })
    await user.click(await screen.findByRole('button', { name: 'Credit 340 again' }, { timeout: 10_000 }))
    expect((await screen.findByRole('progressbar', { name: /^Crediting again/ })).getAttribute('aria-valuenow')).toBe(
      '10',
    )
    expect(onApplied).not.toHaveBeenCalled()
    api.change('credits', { state: 'DONE', changed: 342, finishedAt: now() })
    await screen.findByText('342 by credits.', {}, { timeout: 10_000 })
    await screen.findByRole('table', { name: 'Whose money moved' })
    expect(onApplied).toHaveBeenCalledTimes(1)
    expect(screen.queryByRole('button', { name: /^Credit / })).toBeNull()
    const started = api.asked.flatMap(({ operationName, variables }) =>
      operationName.startsWith('RerunStart') ? [variables.input] : [],
    )
    expect(started).toEqual([
      { period: { from: '2025-11-22', to: '2026-11-21' }, clientMutationId: expect.any(String) as string },
      { previewId: 'looks', clientMutationId: expect.any(String) as string },
    ])
  })

  it('is found again where the dialog was closed meanwhile, stopped, and gone on with', async () => {
    api.begin({ id: 'looks', kind: 'ATTRIBUTION_PREVIEW', state: 'RUNNING', changed: 12, progress: 0.7 })
    const { user } = open()
    expect((await screen.findByRole('progressbar')).getAttribute('aria-valuenow')).toBe('70')
    expect(api.asked.some(({ operationName }) => operationName === 'RerunPreview')).toBe(false)
    await user.click(await button('Stop'))
    await user.click(await button('Go on where it stopped'))
    await screen.findByRole('progressbar')
    api.change('looks', { state: 'DONE', changed: 0, finishedAt: now() })
    await user.click(await screen.findByRole('button', { name: 'Choose other days' }, { timeout: 10_000 }))
    await button('Look at what would change')
  })

  it('says so where somebody else has one under way', async () => {
    api.refuses = 'Credits are being re-run already. Wait until that is done, or stop it.'
    const { user } = open()
    await user.click(await button('Look at what would change'))
    await screen.findByText(/Credits are being re-run already/)
  })

  it('begins with the days where the newest run has nothing more to do', async () => {
    api.begin({ id: 'credits', kind: 'ATTRIBUTION_RERUN', state: 'DONE', changed: 5, progress: 1, finishedAt: now() })
    open()
    await button('Look at what would change')
    await waitFor(() => expect(screen.getByText(/^Last credited step by step/).textContent).toContain('5 by credits.'))
  })
})
