import { useApolloClient } from '@apollo/client/react'
import { LoadError } from '../../../apollo/load-error.tsx'
import type { Pages } from '../../../apollo/use-pages.ts'
import { MoreRows } from '../../../components/more-rows.tsx'
import { SearchBox } from '../../../components/search-box.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { InvitationList } from '../../../features/members/invitation-list.tsx'
import { MemberList } from '../../../features/members/member-list.tsx'
import { onDemand } from '../../../lib/on-demand.tsx'
import { useSearchState } from '../../../lib/search-params.ts'
import { teamSearch } from './team-search.ts'
import { useInvitations, useMembers, useTeamCounts } from './use-people-lists.ts'

const InviteDialog = onDemand(async () => (await import('../../../features/members/invite-dialog.tsx')).InviteDialog)

const planTo = '/settings?tab=plan'

/** Where so many are that one looks for somebody by name. */
const searchableFrom = 10

/** Who may sign in, and who was invited to. */
export function MembersTab() {
  const client = useApolloClient()
  const [state, change] = useSearchState(teamSearch)
  const members = useMembers(state.q)
  const invitations = useInvitations(state.q)
  const counts = useTeamCounts()
  // Whose standing changed may be the viewer: what the whole app offers goes by it.
  const lookAgain = (also: string[] = []) =>
    void Promise.all([
      members.reload(),
      invitations.reload(),
      client.refetchQueries({ include: ['TeamCounts', ...also] }),
    ])
  const failed = [members, invitations].find(({ error }) => error !== undefined)
  const isLong = (counts?.seatsUsed ?? 0) > searchableFrom || (counts?.invitations ?? 0) > searchableFrom
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {(isLong || state.q !== '') && (
        <div className="border-b border-line px-4 py-2 md:px-6">
          <div className="w-full sm:w-60">
            <SearchBox
              label="Search members and invitations"
              placeholder="Name or email"
              value={state.q}
              onSearch={(q) => change({ q }, { replace: true })}
            />
          </div>
        </div>
      )}
      {members.rows && invitations.rows ? (
        <div className="grid min-h-full divide-line max-xl:content-start max-xl:divide-y xl:grid-cols-2 xl:divide-x">
          <MemberList
            members={members.rows}
            seats={counts}
            planTo={planTo}
            isSearched={state.q !== ''}
            more={moreOf(members)}
            onChanged={() => lookAgain(['SignedIn'])}
            onLeft={() => void client.refetchQueries({ include: ['SignedIn'] })}
          />
          <InvitationList
            invitations={invitations.rows}
            count={counts?.invitations}
            isSearched={state.q !== ''}
            more={moreOf(invitations)}
          />
        </div>
      ) : failed ? (
        <LoadError title="The members did not load" error={failed.error} onRetry={failed.retry} />
      ) : (
        <SkeletonRows rows={6} columns={4} label="Loading the members" />
      )}
      {state.add && (
        <InviteDialog
          closerId={state.closer ?? undefined}
          setterId={state.setter ?? undefined}
          planTo={planTo}
          onInvited={() => lookAgain()}
          onClose={() => change({ add: false, closer: null, setter: null }, { replace: true })}
        />
      )}
    </div>
  )
}

const moreOf = ({ hasMore, loadMore }: Pages<unknown>) => (hasMore ? <MoreRows onMore={loadMore} /> : null)
