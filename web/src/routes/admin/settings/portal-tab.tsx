import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError, refusalOf } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { notify } from '../../../components/notify.ts'
import {
  PortalSettingsForm,
  type PortalSettingsFormProps,
} from '../../../features/portal-settings/portal-settings-form.tsx'
import { FormSkeleton } from './form-skeleton.tsx'

const settingsQuery = graphql(`
  query SettingsPortal {
    portalSettings {
      ...PortalSettings_settings @unmask
    }
  }
`)

const updateMutation = graphql(`
  mutation UpdatePortalSettings($input: UpdatePortalSettingsInput!) {
    updatePortalSettings(input: $input) {
      portalSettings {
        ...PortalSettings_settings @unmask
      }
    }
  }
`)

/** What closers and setters see of leads, money and each other. */
export function PortalTab() {
  const { data, error, refetch } = useQuery(settingsQuery)
  // They have no id of their own: the query's answer is replaced by what was saved.
  const [update] = useMutation(updateMutation, {
    update: (cache, { data: saved }) => {
      if (saved)
        cache.writeQuery({ query: settingsQuery, data: { portalSettings: saved.updatePortalSettings.portalSettings } })
    },
  })
  const onSend: PortalSettingsFormProps['onSend'] = async (change) => {
    try {
      await update({ variables: { input: { ...change, clientMutationId: crypto.randomUUID() } } })
      notify.done('The settings were saved')
      return { ok: true }
    } catch (failure) {
      return refusalOf(failure, [])
    }
  }
  if (data) return <PortalSettingsForm settings={data.portalSettings} onSend={onSend} />
  if (error) return <ErrorState {...readError(error)} onRetry={() => void refetch()} />
  return <FormSkeleton label="Loading the portal’s settings" />
}
