import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { tryAct } from '../../apollo/try-act.ts'
import { notify } from '../../components/notify.ts'
import type { CloserDue } from './closers-due.tsx'

const closersQuery = graphql(`
  query OverdueClosers {
    closersWithFormsDue {
      ...CloserFormsDue_due @unmask
    }
    reminderSettings {
      daily
      hour
    }
  }
`)

const remindMutation = graphql(`
  mutation SendReminder($input: SendReminderInput!) {
    sendReminder(input: $input) {
      formsDue {
        formsDue
        lastRemindedAt
      }
    }
  }
`)

const settingsMutation = graphql(`
  mutation UpdateReminderSettings($input: UpdateReminderSettingsInput!) {
    updateReminderSettings(input: $input) {
      reminderSettings {
        daily
        hour
      }
    }
  }
`)

export interface Reminders {
  /** Undefined until they are known. */
  closers: readonly CloserDue[] | undefined
  settings: { daily: boolean; hour: number } | undefined
  error: Error | undefined
  reload: () => void
  remind: (closerId: string) => Promise<void>
  change: (settings: { daily?: boolean; hour?: number }) => Promise<void>
}

/** Who has forms to file, and how they are reminded. What goes wrong is said in a corner. */
export function useReminders(): Reminders {
  const { data, error, refetch } = useQuery(closersQuery)
  const [send] = useMutation(remindMutation)
  const [update] = useMutation(settingsMutation)
  return {
    closers: data?.closersWithFormsDue,
    settings: data?.reminderSettings,
    error: data ? undefined : error,
    reload: () => void tryAct(() => refetch()),
    async remind(closerId) {
      const input = { closerId, clientMutationId: crypto.randomUUID() }
      const name = data?.closersWithFormsDue.find(({ closer }) => closer.id === closerId)?.closer.name ?? 'They'
      if (await tryAct(() => send({ variables: { input } }))) notify.done(`${name} was reminded`)
      await tryAct(() => refetch())
    },
    async change(settings) {
      await tryAct(() => update({ variables: { input: settings } }))
      await tryAct(() => refetch())
    },
  }
}
