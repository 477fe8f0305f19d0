import { useApolloClient, useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { InvitationList } from '../../../features/members/invitation-list.tsx'
import { MemberList } from '../../../features/members/member-list.tsx'
import { onDemand } from '../../../lib/on-demand.tsx'
import { useSearchState } from '../../../lib/search-params.ts'
import { teamSearch } from './team-search.ts'

const InviteDialog = onDemand(async () => (await import('../../../features/members/invite-dialog.tsx')).InviteDialog)

const membersQuery = graphql(`
  query TeamMembers {
    organization {
      id
      members {
        ...MemberList_member @unmask
      }
      usage {
        seats
      }
    }
    invitations {
      ...InvitationList_invitation @unmask
    }
  }
`)

/** Who may sign in, and who was invited to. */
export function MembersTab() {
  const client = useApolloClient()
  const [state, change] = useSearchState(teamSearch)
  const { data, error, refetch } = useQuery(membersQuery)
  // Whose standing changed may be the viewer: what the whole app offers goes by it.
  const lookAgain = (queries: string[]) => void client.refetchQueries({ include: queries })
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {data ? (
        <div className="grid min-h-full divide-line max-xl:content-start max-xl:divide-y xl:grid-cols-2 xl:divide-x">
          <MemberList
            members={data.organization.members}
            seats={data.organization.usage.seats}
            planTo="/settings?tab=plan"
            onChanged={() => lookAgain(['TeamMembers', 'SignedIn'])}
            onLeft={() => lookAgain(['SignedIn'])}
          />
          <InvitationList invitations={data.invitations} />
        </div>
      ) : error ? (
        <ErrorState {...readError(error)} onRetry={() => void refetch()} />
      ) : (
        <SkeletonRows rows={6} columns={4} label="Loading the members" />
      )}
      {state.add && (
        <InviteDialog
          closerId={state.closer ?? undefined}
          setterId={state.setter ?? undefined}
          onInvited={() => void refetch()}
          onClose={() => change({ add: false, closer: null, setter: null }, { replace: true })}
        />
      )}
    </div>
  )
}
