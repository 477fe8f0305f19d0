import { ApolloProvider } from '@apollo/client/react'
import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createClient } from '../../apollo/client.ts'
import { Toaster } from '../../components/toaster.tsx'
import { startAnswering, type AnsweringServer } from '../../test/answering-server.ts'
import { show } from '../../test/show.tsx'
import { DailyReminder } from './daily-reminder.tsx'
import { useReminders } from './use-reminders.ts'

let server: AnsweringServer
/** Names of the operations, as they came. */
let received: string[]
let daily: boolean
let readable: boolean

const failure = { errors: [{ message: 'no', extensions: { code: 'INTERNAL_SERVER_ERROR', requestId: '01936f3e' } }] }

const answerTo = (operationName: string) => {
  const reminderSettings = { __typename: 'ReminderSettings', daily, hour: 9 }
  if (operationName === 'OverdueClosers')
    return readable ? { data: { closersWithFormsDue: [], reminderSettings } } : failure
  return { data: { updateReminderSettings: { __typename: 'UpdateReminderSettingsPayload', reminderSettings } } }
}

beforeEach(async () => {
  received = []
  daily = false
  readable = true
  server = await startAnswering(({ body }) => {
    const { operationName }: { operationName: string } = JSON.parse(body)
    received.push(operationName)
    return Promise.resolve({ status: 200, body: answerTo(operationName) })
  })
})
afterEach(() => server.stop())

function Page() {
  const { settings, change } = useReminders()
  return settings ? <DailyReminder settings={settings} onChange={change} /> : null
}

describe('the daily reminder', () => {
  it('can be changed again where what was changed could not be read anew, which is said', async () => {
    const client = createClient({ uri: server.uri, organizationId: () => null, onUnauthenticated: () => undefined })
    const { user } = show(
      <ApolloProvider client={client}>
        <Page />
        <Toaster />
      </ApolloProvider>,
    )
    const reminds = await screen.findByRole('switch', { name: 'Remind closers every day' })
    readable = false
    await user.click(reminds)
    expect(await screen.findByText('Something went wrong on our side')).toBeDefined()
    await waitFor(() => expect(reminds.getAttribute('aria-disabled')).toBeNull())
    readable = true
    daily = true
    await user.click(reminds)
    await waitFor(() => expect(reminds.getAttribute('aria-checked')).toBe('true'))
    expect(received.filter((name) => name === 'UpdateReminderSettings')).toHaveLength(2)
  })
})
