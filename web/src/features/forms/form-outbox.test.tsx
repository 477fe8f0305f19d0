import { ApolloProvider } from '@apollo/client/react'
import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../apollo/client.ts'
import type { SubmitPostCallFormInput } from '../../apollo/generated/graphql.ts'
import { beginVisit } from '../../lib/portal-visit.ts'
import { ViewerProvider } from '../../lib/viewer.ts'
import { type AnsweringServer, startAnswering } from '../../test/answering-server.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { noAnswers } from './form-answers.ts'
import { FormOutbox } from './form-outbox.tsx'
import { outboxOf, type UnsentForm } from './outbox.ts'

const viewer = {
  id: 'u1',
  name: 'Maya Okafor',
  email: '',
  role: 'SALES_REP',
  permissions: [],
  keptAs: 'o1.c1',
  organization: { id: 'o1', name: 'Kestrel Academy', currency: 'USD', timeZone: 'UTC' },
} as const
const outbox = outboxOf(viewer.keptAs)
const kit = {
  postCallFormDefinition: {
    __typename: 'FormDefinition',
    version: 2,
    madeAt: null,
    madeByName: null,
    questions: [],
    fields: [
      {
        __typename: 'FormField',
        key: 'why',
        kind: 'SELECT',
        label: 'Why now?',
        help: null,
        required: false,
        options: [{ __typename: 'FormFieldOption', key: 'price', label: 'The price', color: null }],
        shownIf: null,
      },
    ],
  },
  packages: [],
  callOutcomes: [],
  opportunityStatuses: [],
}

let server: AnsweringServer
/** What the server says of a form that is sent. */
let code: string
/** How often a form was sent. */
let sent: number

beforeEach(async () => {
  beginVisit()
  code = 'NOT_FOUND'
  sent = 0
  // One tab has the lock at once.
  Object.defineProperty(navigator, 'locks', {
    configurable: true,
    value: { request: (_name: string, _options: object, work: (lock: object) => Promise<void>) => work({}) },
  })
  server = await startAnswering(async ({ body }) => {
    const { operationName }: { operationName: string } = JSON.parse(body)
    if (operationName === 'FormKit') return { status: 200, body: { data: kit } }
    sent += 1
    const errors = [{ message: 'There is no such event.', extensions: { code, requestId: '01936f3e' } }]
    return { status: 200, body: { data: null, errors } }
  })
})
afterEach(async () => {
  Reflect.deleteProperty(navigator, 'locks')
  await server.stop()
})

const input: SubmitPostCallFormInput = {
  eventId: 'e1',
  callOccurred: true,
  leadShowed: true,
  offerMade: true,
  dealClosed: true,
  paymentType: 'PIF',
  cashCollected: { amount: '2400.00', currency: 'USD' },
  packageId: 'p1',
  fields: [
    { key: 'why', text: 'price' },
    { key: 'who_decides', options: ['partner', 'board'] },
  ],
  notes: 'Calls back on Friday.',
  clientMutationId: 'm1',
}
const open = (change: Partial<UnsentForm> = {}) => {
  outbox.put({
    eventId: 'e1',
    leadName: 'Dana Whitfield',
    input,
    draft: { version: 0, answers: noAnswers },
    keptAt: '2026-11-21T15:00:00.000Z',
    problem: null,
    ...change,
  })
  const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
  return show(
    <ApolloProvider client={client}>
      <ViewerProvider value={viewer}>
        <FormOutbox toCall={(eventId) => `/calls/${eventId}`} />
      </ViewerProvider>
    </ApolloProvider>,
  )
}

describe('a form that the server refused', () => {
  it('shows all that was written, also where its call is not theirs any more', async () => {
    const { user, container } = open()
    await screen.findByText(/was not taken/)
    await user.click(screen.getByRole('button', { name: 'Show what I wrote' }))
    expect(await screen.findByText('Closed, paid in full, $2,400.00 collected.')).toBeDefined()
    await screen.findByText('Why now?')
    const written = screen.getAllByRole('term').map((term) => [term.textContent, term.nextElementSibling?.textContent])
    expect(written).toEqual([
      ['Package', 'One that is offered no more'],
      ['Why now?', 'The price'],
      ['who decides', 'partner, board'],
      ['Notes', 'Calls back on Friday.'],
    ])
    await expectAccessible(container)
    await user.click(screen.getByRole('button', { name: 'Hide what I wrote' }))
    expect(screen.queryByText('Why now?')).toBeNull()
  })

  it('is discarded once that is said twice', async () => {
    const { user } = open()
    const discard = await screen.findByRole('button', { name: 'Discard' })
    await user.click(discard)
    const question = await screen.findByRole('dialog', { name: 'Discard the form of Dana Whitfield?' })
    await user.click(within(question).getByRole('button', { name: 'Keep it' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(outbox.all()).toHaveLength(1)
    await user.click(discard)
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Discard' }))
    await waitFor(() => expect(screen.queryByText(/was not taken/)).toBeNull())
    expect(outbox.all()).toEqual([])
    expect(sent).toBe(1)
  })
})

describe('a form that the server stumbles over', () => {
  it('is said not to be taken at the moment, and waits longer before it is tried again', async () => {
    code = 'INTERNAL_SERVER_ERROR'
    const { user } = open({ stumbled: { times: 1, lastAt: '2026-11-21T15:00:00.000Z' } })
    await waitFor(() => expect(sent).toBe(1))
    await user.click(await screen.findByRole('button', { name: 'Send now' }))
    expect(await screen.findByText(/^The server cannot take the form of/)).toBeDefined()
    expect(screen.queryByText(/once you are back online/)).toBeNull()
    expect(screen.getByRole('link', { name: 'Dana Whitfield' }).getAttribute('href')).toBe('/calls/e1')
    expect(sent).toBe(2)
    // Not on each occasion any more, but when somebody asks for it.
    window.dispatchEvent(new Event('online'))
    await user.click(screen.getByRole('button', { name: 'Try now' }))
    await waitFor(() => expect(outbox.all()[0]?.stumbled?.times).toBe(4))
    expect(sent).toBe(3)
  })
})
