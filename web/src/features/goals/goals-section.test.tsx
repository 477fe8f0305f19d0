import { ApolloProvider } from '@apollo/client/react'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from '../../apollo/client.ts'
import { Toaster } from '../../components/toaster.tsx'
import { ViewerProvider } from '../../lib/viewer.ts'
import { startAnswering, type AnsweringServer } from '../../test/answering-server.ts'
import { show } from '../../test/show.tsx'
import { GoalsSection } from './goals-section.tsx'

// Dialogs are slow where a document is made up, and more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

interface Received {
  operationName: string
  variables: { input: Readonly<Record<string, unknown>> }
}

const viewer = {
  id: 'u1',
  name: 'Nora Whitfield',
  email: 'nora@kestrel.example',
  role: 'ADMIN',
  permissions: [],
  keptAs: 'o1.u1',
  organization: { id: 'o1', name: 'Kestrel Academy', currency: 'USD', timeZone: 'America/New_York' },
} as const
const nothing = { __typename: 'GoalFigure', count: null, rate: null, amount: null }
const goal = {
  __typename: 'Goal',
  id: 'g1',
  metric: 'NET_CASH',
  span: 'CUSTOM',
  period: { __typename: 'Period', from: '2098-11-16', to: '2098-11-22' },
  target: { ...nothing, amount: { __typename: 'Money', amount: '50000.00', currency: 'USD' } },
  reached: null,
  progress: null,
}
const failure = { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '01936f3e' } }] }

let server: AnsweringServer
let received: Received[]
let goals: readonly (typeof goal)[]
/** Names of the operations that fail. */
let failing: Set<string>

const answers: Readonly<Record<string, () => object>> = {
  GoalsOf: () => ({ goals }),
  SetGoal: () => ({ setGoal: { __typename: 'SetGoalPayload', goal } }),
  RemoveGoal: () => ({ removeGoal: { __typename: 'RemoveGoalPayload', goalId: goal.id } }),
}

beforeEach(async () => {
  received = []
  goals = [goal]
  failing = new Set()
  server = await startAnswering(({ body }) => {
    const request: Received = JSON.parse(body)
    received.push(request)
    const data = failing.has(request.operationName) ? undefined : answers[request.operationName]?.()
    return Promise.resolve({ status: 200, body: data ? { data } : failure })
  })
})
afterEach(() => server.stop())

const inputsOf = (name: string) =>
  received.filter(({ operationName }) => operationName === name).map(({ variables }) => variables.input)

const open = () => {
  const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
  return show(
    <ApolloProvider client={client}>
      <ViewerProvider value={viewer}>
        <GoalsSection person={{ kind: 'closer', id: 'c1', name: 'Maya Okafor' }} />
        <Toaster />
      </ViewerProvider>
    </ApolloProvider>,
  )
}

describe('the goals of somebody', () => {
  it('are removed at one press, with a way back', async () => {
    const { user } = open()
    await user.click(await screen.findByRole('button', { name: /^Remove the goal of net cash/ }))
    const undo = await screen.findByRole('button', { name: 'Undo' })
    expect(inputsOf('RemoveGoal')).toEqual([{ id: 'g1', clientMutationId: 'remove-g1' }])
    await user.click(undo)
    expect(await screen.findByText('The goal is back')).toBeDefined()
    expect(inputsOf('SetGoal')).toEqual([
      {
        closerId: 'c1',
        metric: 'NET_CASH',
        span: 'CUSTOM',
        from: '2098-11-16',
        to: '2098-11-22',
        amount: { amount: '50000.00', currency: 'USD' },
        clientMutationId: 'put-back-g1',
      },
    ])
  })

  it('are sent under the same name as long as they are the same, and under another once they are changed', async () => {
    failing.add('SetGoal')
    const { user } = open()
    await user.click(screen.getByRole('button', { name: 'Set goal' }))
    const target = await screen.findByLabelText('To reach')
    const send = screen.getAllByRole('button', { name: 'Set goal' }).at(-1) ?? target
    const sends = async (amount: string, times: number) => {
      fireEvent.change(target, { target: { value: amount } })
      await user.click(send)
      await waitFor(() => expect(inputsOf('SetGoal')).toHaveLength(times))
      await waitFor(() => expect(send.getAttribute('aria-busy')).toBeNull())
    }
    await sends('50000', 1)
    await sends('50000', 2)
    await sends('60000', 3)
    const [first, again, changed] = inputsOf('SetGoal').map(({ clientMutationId }) => clientMutationId)
    expect(again).toBe(first)
    expect(changed).not.toBe(first)
  })

  it('are set, where only reading them anew failed', async () => {
    const { user } = open()
    await screen.findByRole('button', { name: /^Remove the goal/ })
    failing.add('GoalsOf')
    await user.click(screen.getByRole('button', { name: 'Set goal' }))
    fireEvent.change(await screen.findByLabelText('To reach'), { target: { value: '50000' } })
    await user.click(screen.getAllByRole('button', { name: 'Set goal' }).at(-1) ?? document.body)
    expect(await screen.findByText('The goal was set')).toBeDefined()
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(inputsOf('SetGoal')).toHaveLength(1)
  })
})
