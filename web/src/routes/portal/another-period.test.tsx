import { ApolloProvider } from '@apollo/client/react'
import { screen, waitFor } from '@testing-library/react'
import type { ReactElement } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../apollo/client.ts'
import { ViewerProvider } from '../../lib/viewer.ts'
import { type Answer, type AnsweringServer, startAnswering } from '../../test/answering-server.ts'
import { show } from '../../test/show.tsx'
import { NumbersPage } from './numbers/numbers-page.tsx'
import { type Portal, PortalProvider } from './portal.ts'
import { StatementPage } from './statement/statement-page.tsx'

interface Received {
  operationName: string
  variables: { period?: { from: string; to: string } }
}

const viewer = {
  id: 'u1',
  name: 'Maya Okafor',
  email: '',
  role: 'SALES_REP',
  permissions: [],
  keptAs: 'o1.c1',
  organization: { id: 'o1', name: 'Kestrel Academy', currency: 'USD', timeZone: 'UTC' },
} as const
const portal: Portal = {
  role: 'closer',
  personId: 'c1',
  cameBy: 'link',
  shows: {
    leaderboard: 'NAMES',
    othersFigures: false,
    leadContacts: true,
    money: 'PAYMENTS',
  },
  formsDue: 0,
  signOut: () => undefined,
}
const money = (amount: string) => ({ __typename: 'Money', amount, currency: 'USD' })
const totals = {
  __typename: 'MetricValues',
  bookedCalls: 7,
  shows: 5,
  showRate: 0.5,
  offerRate: 0.5,
  closeRate: 0.5,
  closes: 3,
  pendingPostCallForms: 0,
  utilization: null,
  cashCollected: money('4321.00'),
  refunded: money('0.00'),
  lost: money('0.00'),
  netCash: money('4321.00'),
  averageOrderValue: null,
}

const answers: Readonly<Record<string, (received: Received) => object>> = {
  PortalNumbers: ({ variables }) => ({
    metrics: {
      __typename: 'MetricsReport',
      period: { __typename: 'Period', ...variables.period },
      previousPeriod: null,
      totals,
      previous: null,
    },
    goals: [],
  }),
  PortalStatementSums: () => ({ metrics: { __typename: 'MetricsReport', totals, missingRates: [] } }),
  PortalStatementLines: () => ({
    statementLines: {
      __typename: 'StatementLineConnection',
      pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
      edges: [],
    },
  }),
  PortalDisputes: () => ({ creditDisputes: { __typename: 'CreditDisputeList', nodes: [] } }),
}
const failure = { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '01936f3e' } }] }

let server: AnsweringServer
/** Whether the server answers, by the operation's name; held back until the promise is kept. */
let answering: (name: string) => Promise<boolean>

beforeEach(async () => {
  answering = () => Promise.resolve(true)
  server = await startAnswering(async ({ body }): Promise<Answer> => {
    const request: Received = JSON.parse(body)
    const answer = answers[request.operationName]
    const up = answer && (await answering(request.operationName))
    return { status: 200, body: up ? { data: answer(request) } : failure }
  })
})
afterEach(() => server.stop())

const open = (page: ReactElement) => {
  const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
  return show(
    <ApolloProvider client={client}>
      <ViewerProvider value={viewer}>
        <PortalProvider value={portal}>{page}</PortalProvider>
      </ViewerProvider>
    </ApolloProvider>,
  )
}
const figures = () => screen.queryAllByText(/^\$4,321/)
const lastMonth = () => screen.getByRole('radio', { name: 'Last month' })

describe('the figures of a period', () => {
  it.each([
    ['My numbers', <NumbersPage />, 'Your numbers did not load'],
    ['the statement', <StatementPage />, 'The sums did not load'],
  ])('stand under no other period’s name on %s: where that cannot be had, it is said', async (_, page, said) => {
    const { user } = open(page)
    await waitFor(() => expect(figures()).not.toEqual([]))
    let fail: () => void = () => undefined
    const held = new Promise<boolean>((resolve) => (fail = () => resolve(false)))
    answering = () => held
    await user.click(lastMonth())
    // While they load, those of before stay in sight, and say that they are not these yet.
    await waitFor(() => expect(figures()[0]?.closest('[aria-busy]')).toBeTruthy())
    fail()
    expect(await screen.findByRole('heading', { name: said })).toBeDefined()
    expect(figures()).toEqual([])
    answering = () => Promise.resolve(true)
    await user.click(screen.getAllByRole('button', { name: 'Try again' })[0] ?? document.body)
    await waitFor(() => expect(figures()).not.toEqual([]))
    expect(figures()[0]?.closest('[aria-busy]')).toBeNull()
  })
})

describe('the lines of a statement', () => {
  it('are not said to be none before they are known', async () => {
    const { user } = open(<StatementPage />)
    await screen.findByText('Nothing is credited in these days')
    let arrive: () => void = () => undefined
    const held = new Promise<boolean>((resolve) => (arrive = () => resolve(true)))
    answering = () => held
    await user.click(lastMonth())
    expect(await screen.findByText('Loading your statement')).toBeDefined()
    expect(screen.queryByText('Nothing is credited in these days')).toBeNull()
    arrive()
    expect(await screen.findByText('Nothing is credited in these days')).toBeDefined()
  })
})

describe('what somebody disputed', () => {
  it('is said not to have loaded, instead of being left out as if there were nothing', async () => {
    answering = (name) => Promise.resolve(name !== 'PortalDisputes')
    const { user } = open(<StatementPage />)
    expect(await screen.findByRole('heading', { name: 'What you disputed did not load' })).toBeDefined()
    expect(screen.getByRole('button', { name: 'Tell of a missing payment' })).toBeDefined()
    answering = () => Promise.resolve(true)
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(screen.queryByText('What you disputed did not load')).toBeNull())
  })
})
