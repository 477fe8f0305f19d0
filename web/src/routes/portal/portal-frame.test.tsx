import { ApolloProvider } from '@apollo/client/react'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../apollo/client.ts'
import { noAnswers } from '../../features/forms/form-answers.ts'
import { formDraftOf } from '../../features/forms/form-draft.ts'
import { outboxOf, type UnsentForm } from '../../features/forms/outbox.ts'
import { type AnsweringServer, startAnswering } from '../../test/answering-server.ts'
import { show } from '../../test/show.tsx'
import { PortalFrame } from './portal-frame.tsx'

let server: AnsweringServer
/** Who the portal is of, by their ids on the roster. */
let roster: { closerId: string | null; setterId: string | null }

const whose = () => ({
  viewer: {
    __typename: 'Viewer',
    id: 'l1',
    kind: 'PORTAL',
    name: 'Maya Okafor',
    email: null,
    role: null,
    permissions: ['SUBMIT_FORMS'],
    ...roster,
  },
  organization: { __typename: 'Organization', id: 'o1', name: 'Kestrel Academy', currency: 'USD', timeZone: 'UTC' },
  portalSettings: {
    __typename: 'PortalSettings',
    leaderboard: 'NAMES',
    othersFigures: false,
    leadContacts: true,
    money: 'NONE',
  },
  events: { __typename: 'EventConnection', totalCount: 0 },
})
const busy = { errors: [{ message: 'Wait a little.', extensions: { code: 'RATE_LIMITED', requestId: '01936f3e' } }] }

beforeEach(async () => {
  // One tab has the lock at once.
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: { request: (_name: string, _options: object, work: (lock: object) => Promise<void>) => work({}) },
  })
  server = await startAnswering(async ({ body }) => {
    const { operationName }: { operationName: string } = JSON.parse(body)
    return { status: 200, body: operationName === 'PortalWhose' ? { data: whose() } : busy }
  })
})
afterEach(async () => {
  Reflect.deleteProperty(navigator, 'locks')
  await server.stop()
})

const unsent = (eventId: string, leadName: string): UnsentForm => ({
  eventId,
  leadName,
  input: { eventId, callOccurred: true, leadShowed: false, clientMutationId: `sent-${leadName}` },
  draft: { version: 0, answers: noAnswers },
  keptAt: '2026-11-21T15:00:00.000Z',
  problem: null,
})
const draft = (notes: string) => ({ version: 0, answers: { ...noAnswers, notes } })
const open = () => {
  const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
  return show(
    <ApolloProvider client={client}>
      <PortalFrame
        leave={() => Promise.resolve(true)}
        onLeft={() => undefined}
        onUnreachable={() => undefined}
        onReadAhead={() => undefined}
        offline={false}
      />
    </ApolloProvider>,
  )
}

describe('a setter who takes calls as well by now', () => {
  it('finds what they began and what waits from before, with what they began since', async () => {
    roster = { closerId: 'c1', setterId: 's1' }
    outboxOf('o1.s1').put(unsent('e1', 'Dana'))
    outboxOf('o1.s1').put(unsent('e2', 'Ben, from before'))
    outboxOf('o1.c1').put(unsent('e2', 'Ben'))
    formDraftOf('o1.s1', 'e3').keep(draft('From before'))
    formDraftOf('o1.s1', 'e4').keep(draft('From before'))
    formDraftOf('o1.c1', 'e4').keep(draft('Since'))
    open()
    expect(await screen.findByText(/^2 forms wait on this device/)).toBeDefined()
    expect(
      outboxOf('o1.c1')
        .all()
        .map(({ leadName }) => leadName),
    ).toEqual(['Dana', 'Ben'])
    expect(formDraftOf('o1.c1', 'e3').read()).toEqual(draft('From before'))
    expect(formDraftOf('o1.c1', 'e4').read()).toEqual(draft('Since'))
    expect(outboxOf('o1.s1').all()).toEqual([])
    expect(Object.keys(localStorage).filter((key) => key.includes('o1.s1'))).toEqual([])
  })

  it('leaves alone what is another person’s', async () => {
    roster = { closerId: null, setterId: 's2' }
    outboxOf('o1.s1').put(unsent('e1', 'Dana'))
    open()
    await waitFor(() => expect(screen.getAllByText('Maya Okafor')).not.toEqual([]))
    expect(outboxOf('o1.s2').all()).toEqual([])
    expect(outboxOf('o1.s1').all()).toHaveLength(1)
  })
})
