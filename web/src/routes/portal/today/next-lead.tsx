import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { Skeleton, SkeletonGroup } from '../../../components/skeleton.tsx'
import { LeadHistory } from '../../../features/portal/lead-history.tsx'

export const nextLeadQuery = graphql(`
  query PortalNextLead($id: ID!) {
    event(id: $id) {
      id
      lead {
        ...PortalLeadHistory_lead @unmask
      }
    }
  }
`)

/** The lead of the next call, read beside the page: the way into the call does not wait for it, and goes without if it fails. */
export function NextLead({ callId }: { callId: string }) {
  const { data, error } = useQuery(nextLeadQuery, { variables: { id: callId } })
  if (data?.event?.lead) return <LeadHistory lead={data.event.lead} callId={callId} />
  if (data || error) return null
  return (
    <SkeletonGroup label="Loading what is known of the lead">
      <div className="mt-5 flex flex-col gap-4">
        <Skeleton widthPx={232} />
        <Skeleton widthPx={192} />
      </div>
    </SkeletonGroup>
  )
}
