import { useMutation } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { OrganizationPlan } from '../../apollo/generated/graphql.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import type { FormResult } from '../../lib/form-result.ts'

const setPlanMutation = graphql(`
  mutation PlatformSetPlan($input: SetOrganizationPlanInput!) {
    setOrganizationPlan(input: $input) {
      organization {
        ...PlatformOrganizationRow_organization
      }
    }
  }
`)
const extendTrialMutation = graphql(`
  mutation PlatformExtendTrial($input: ExtendTrialInput!) {
    extendTrial(input: $input) {
      organization {
        ...PlatformOrganizationRow_organization
      }
    }
  }
`)
const suspendMutation = graphql(`
  mutation PlatformSuspend($input: SuspendOrganizationInput!) {
    suspendOrganization(input: $input) {
      organization {
        ...PlatformOrganizationRow_organization
      }
    }
  }
`)
const reopenMutation = graphql(`
  mutation PlatformReopen($input: ReopenOrganizationInput!) {
    reopenOrganization(input: $input) {
      organization {
        ...PlatformOrganizationRow_organization
      }
    }
  }
`)
const deleteMutation = graphql(`
  mutation PlatformDelete($input: DeleteOrganizationInput!) {
    deleteOrganization(input: $input) {
      organization {
        ...PlatformOrganizationRow_organization
      }
    }
  }
`)
const restoreMutation = graphql(`
  mutation PlatformRestore($input: RestoreOrganizationInput!) {
    restoreOrganization(input: $input) {
      organization {
        ...PlatformOrganizationRow_organization
      }
    }
  }
`)
const actForMutation = graphql(`
  mutation PlatformActFor($input: ActForOrganizationInput!) {
    actForOrganization(input: $input) {
      organization {
        ...PlatformOrganizationRow_organization
      }
    }
  }
`)

/** What an operator can do to an organization. Each is answered as a form takes it. */
export interface OperatorActs {
  setPlan: (values: {
    plan: OrganizationPlan
    extraSeats: number
    reason: string
  }) => Promise<FormResult<'plan' | 'extraSeats' | 'reason'>>
  /** `until` is a day, whose end in UTC is meant. */
  extendTrial: (values: { until: string; reason: string }) => Promise<FormResult<'until' | 'reason'>>
  suspend: (reason: string) => Promise<FormResult<'reason'>>
  reopen: (reason: string) => Promise<FormResult<'reason'>>
  remove: (reason: string) => Promise<FormResult<'reason'>>
  restore: (reason: string) => Promise<FormResult<'reason'>>
  actFor: (reason: string) => Promise<FormResult<'reason'>>
}

/** Does it, and says why it could not be done where it could not. */
async function tried<FieldName extends string>(
  work: () => Promise<unknown>,
  fields: readonly FieldName[],
): Promise<FormResult<FieldName>> {
  try {
    await work()
    return { ok: true }
  } catch (error) {
    return refusalOf(error, fields)
  }
}

/**
 * The acts on one organization, for one opening of their dialog: what is sent twice from it is one act. `onActed` runs after each, once
 * the organization is known as it is then.
 */
export function useOperatorActs(organizationId: string, onActed: () => void): OperatorActs {
  const [setPlan] = useMutation(setPlanMutation, { onCompleted: onActed })
  const [extendTrial] = useMutation(extendTrialMutation, { onCompleted: onActed })
  const [suspend] = useMutation(suspendMutation, { onCompleted: onActed })
  const [reopen] = useMutation(reopenMutation, { onCompleted: onActed })
  const [remove] = useMutation(deleteMutation, { onCompleted: onActed })
  const [restore] = useMutation(restoreMutation, { onCompleted: onActed })
  const [actFor] = useMutation(actForMutation)
  const [clientMutationId] = useState(() => crypto.randomUUID())
  const once = { organizationId, clientMutationId }
  return {
    setPlan: (values) =>
      tried(() => setPlan({ variables: { input: { ...once, ...values } } }), ['plan', 'extraSeats', 'reason']),
    extendTrial: ({ until, reason }) =>
      tried(
        () => extendTrial({ variables: { input: { ...once, until: `${until}T23:59:59.999Z`, reason } } }),
        ['until', 'reason'],
      ),
    suspend: (reason) => tried(() => suspend({ variables: { input: { ...once, reason } } }), ['reason']),
    reopen: (reason) => tried(() => reopen({ variables: { input: { ...once, reason } } }), ['reason']),
    remove: (reason) => tried(() => remove({ variables: { input: { ...once, reason } } }), ['reason']),
    restore: (reason) => tried(() => restore({ variables: { input: { ...once, reason } } }), ['reason']),
    actFor: (reason) => tried(() => actFor({ variables: { input: { ...once, reason } } }), ['reason']),
  }
}
