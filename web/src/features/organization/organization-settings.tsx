import type { FragmentType } from '@apollo/client'
import { useFragment, useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { notify } from '../../components/notify.ts'
import { OrganizationForm } from './organization-form.tsx'

const organizationFragment = graphql(`
  fragment OrganizationSettings_organization on Organization {
    id
    name
    timeZone
    currency
    attributionWindowDays
    reportMatchDays
    deliveryBodyDays
  }
`)

const updateMutation = graphql(`
  mutation UpdateOrganization($input: UpdateOrganizationInput!) {
    updateOrganization(input: $input) {
      organization {
        id
        name
        timeZone
        currency
        attributionWindowDays
        reportMatchDays
        deliveryBodyDays
      }
    }
  }
`)

const fieldNames = [
  'name',
  'timeZone',
  'currency',
  'attributionWindowDays',
  'reportMatchDays',
  'deliveryBodyDays',
] as const

/** The organization's settings, to be changed. The shell and every figure follow by the cache. */
export function OrganizationSettings({
  organization: from,
  onWindowChanged,
}: {
  organization: FragmentType<typeof organizationFragment>
  /** How long before a payment its call may lie is another now: what was credited until then was credited by the old one. */
  onWindowChanged?: () => void
}) {
  const { data: organization, complete } = useFragment({ fragment: organizationFragment, from })
  const [update] = useMutation(updateMutation)
  if (!complete) return null
  return (
    <OrganizationForm
      key={organization.id}
      settings={organization}
      onSend={async (change) => {
        try {
          await update({ variables: { input: { ...change, clientMutationId: crypto.randomUUID() } } })
          if (change.attributionWindowDays !== undefined) onWindowChanged?.()
          return { ok: true }
        } catch (error) {
          return refusalOf(error, fieldNames)
        }
      }}
      onDone={() => notify.done('The settings were saved')}
    />
  )
}
