import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { PlanAndUsage } from '../../../features/plans/plan-and-usage.tsx'
import { useServerConfig } from '../../../lib/server-config.ts'
import { FormSkeleton } from './form-skeleton.tsx'

const planQuery = graphql(`
  query SettingsPlan {
    organization {
      id
      ...PlanAndUsage_organization
    }
    plans {
      plan
      monthlyPrice {
        amount
        currency
      }
      yearlyPrice {
        amount
        currency
      }
      imports
      seats
      sessionsAtOnce
    }
  }
`)

/** What the plan is, how much of it is used, and what the others are. */
export function PlanTab() {
  const { supportEmail } = useServerConfig()
  const { data, error, refetch } = useQuery(planQuery)
  if (data) {
    return (
      // Nothing in it takes the focus by itself: the keyboard scrolls it by this.
      <div role="region" aria-label="Plan and usage" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto">
        <PlanAndUsage organization={data.organization} offers={data.plans} supportEmail={supportEmail} />
      </div>
    )
  }
  if (error) return <ErrorState {...readError(error)} onRetry={() => void refetch()} />
  return <FormSkeleton label="Loading the plan" />
}
