import { useQuery } from '@apollo/client/react'
import { Plus } from 'lucide-react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { Button } from '../../../components/button.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { CallNotices } from '../../../features/events/call-notices.tsx'
import { useSearchState } from '../../../lib/search-params.ts'
import { useMay } from '../../../lib/viewer.ts'
import { MembersTab } from './members-tab.tsx'
import { NamesTab } from './names-tab.tsx'
import { PeopleTab } from './people-tab.tsx'
import { SourcesTab } from './sources-tab.tsx'
import { teamSearch, teamTabs, teamTo, type TeamTab } from './team-search.ts'

graphql(`
  fragment UnresolvedName_name on UnresolvedName {
    id
    kind
    name
    detail
    events
    lastBookedAt
  }
`)

const namesQuery = graphql(`
  query TeamNames {
    setters: unresolvedNames(kind: SETTER) {
      ...UnresolvedName_name @unmask
    }
    hosts: unresolvedNames(kind: CLOSER) {
      ...UnresolvedName_name @unmask
    }
    sources: unresolvedNames(kind: SOURCE) {
      ...UnresolvedName_name @unmask
    }
    trafficTypes: unresolvedNames(kind: TRAFFIC_TYPE) {
      ...UnresolvedName_name @unmask
    }
  }
`)

const labels: Readonly<Record<TeamTab, string>> = {
  closers: 'Closers',
  setters: 'Setters',
  names: 'Names to resolve',
  sources: 'Sources',
  members: 'Members and invitations',
}

const addLabels: Readonly<Partial<Record<TeamTab, string>>> = {
  closers: 'Add closer',
  setters: 'Add setter',
  sources: 'Add source',
  members: 'Invite',
}

/** The team: who takes calls, who books them, where leads come from, and who may sign in. */
export function Component() {
  if (useMay('WRITE_ROSTER')) return <Team />
  return (
    <>
      <PageHeader title="Team" />
      <ErrorState title="Your role does not allow this" advice="Owners and admins keep the roster." />
    </>
  )
}

function Team() {
  const [state, change] = useSearchState(teamSearch)
  const mayManage = useMay('MANAGE_ORGANIZATION')
  const names = useQuery(namesQuery)
  const unresolved = names.data && {
    SETTER: names.data.setters,
    CLOSER: names.data.hosts,
    SOURCE: names.data.sources,
    TRAFFIC_TYPE: names.data.trafficTypes,
  }
  const unresolvedCount = unresolved ? Object.values(unresolved).flat().length : 0
  const shown = teamTabs.filter((tab) => tab !== 'members' || mayManage)
  const tab = shown.includes(state.tab) ? state.tab : 'closers'
  const addLabel = addLabels[tab]
  return (
    <>
      <PageHeader title="Team">
        {addLabel && (
          <Button onClick={() => change({ add: true, open: null })}>
            <Plus aria-hidden size={14} strokeWidth={1.75} />
            {addLabel}
          </Button>
        )}
      </PageHeader>
      <Tabs
        label="Parts of the team"
        current={tab}
        tabs={shown.map((id) => ({
          id,
          label: labels[id],
          to: teamTo({ tab: id }),
          count: id === 'names' ? unresolvedCount || undefined : undefined,
        }))}
      />
      {tab === 'closers' && <CallNotices only="left" />}
      {(tab === 'closers' || tab === 'setters') && (
        <PeopleTab key={tab} kind={tab === 'closers' ? 'closer' : 'setter'} />
      )}
      {tab === 'names' &&
        (unresolved ? (
          <NamesTab names={unresolved} />
        ) : names.error ? (
          <ErrorState {...readError(names.error)} onRetry={() => void names.refetch()} />
        ) : (
          <SkeletonRows rows={6} columns={3} label="Loading the names" />
        ))}
      {tab === 'sources' && <SourcesTab />}
      {tab === 'members' && <MembersTab />}
    </>
  )
}
