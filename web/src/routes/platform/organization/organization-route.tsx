import { useQuery } from '@apollo/client/react'
import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { useParams } from 'react-router'
import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { Button, ButtonLink, IconButton } from '../../../components/button.tsx'
import { ErrorState } from '../../../components/error-state.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../../components/menu.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { Section } from '../../../components/section.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import type { ActRow } from '../../../features/platform/act-row.ts'
import { ActTimeline } from '../../../features/platform/act-timeline.tsx'
import { useEnterOrganization } from '../../../features/platform/enter-organization.ts'
import { type OperatorAct, OrganizationDialog } from '../../../features/platform/organization-dialog.tsx'
import {
  OrganizationFacts,
  OrganizationSteps,
  OrganizationUsage,
  OrganizationWebhooks,
} from '../../../features/platform/organization-facts.tsx'
import type { OrganizationRow } from '../../../features/platform/organization-row.ts'

const query = graphql(`
  query PlatformOrganizationPage($id: ID!) {
    platformOrganization(id: $id) {
      id
      ...PlatformOrganizationRow_organization @unmask
    }
    platformActs(organizationId: $id, first: 50) {
      edges {
        node {
          id
          ...PlatformActRow_act @unmask
        }
      }
    }
  }
`)

const parent = { label: 'Organizations', to: '/platform/organizations' }

/** One organization: what it is, how it does, what operators did to it, and what they can do. */
export function Component() {
  const { id = '' } = useParams()
  const { data, error, refetch } = useQuery(query, { variables: { id } })
  const acts = data?.platformActs.edges.map(({ node }) => node) ?? []
  if (data?.platformOrganization) {
    return <OrganizationPage organization={data.platformOrganization} acts={acts} onActed={() => void refetch()} />
  }
  return (
    <>
      <PageHeader title="Organization" parent={parent} />
      {error ? (
        <LoadError title="The organization did not load" error={error} onRetry={() => void refetch()} />
      ) : !data ? (
        <SkeletonRows rows={10} columns={3} label="Loading the organization" />
      ) : acts.length > 0 ? (
        <Section title="What operators did to it">
          <p className="mt-1 mb-3 text-fg-2">The organization is gone. This is what is kept of it.</p>
          <ActTimeline acts={acts} />
        </Section>
      ) : (
        <ErrorState
          title="There is no such organization"
          advice="It may have been deleted, or the link may be wrong."
          actions={
            <ButtonLink to={parent.to} size="md">
              All organizations
            </ButtonLink>
          }
        />
      )}
    </>
  )
}

interface OrganizationPageProps {
  organization: OrganizationRow
  acts: readonly ActRow[]
  onActed: () => void
}

function OrganizationPage({ organization, acts, onActed }: OrganizationPageProps) {
  const [asking, setAsking] = useState<OperatorAct | null>(null)
  return (
    <>
      <PageHeader title={organization.name} parent={parent}>
        <ActButtons organization={organization} onAsk={setAsking} />
      </PageHeader>
      <div role="region" aria-label="The organization" tabIndex={0} className="min-h-0 flex-1 overflow-y-auto">
        <OrganizationUsage organization={organization} />
        <div className="grid lg:grid-cols-2 lg:divide-x lg:divide-line">
          <div className="divide-y divide-line max-lg:border-b max-lg:border-line">
            <OrganizationFacts organization={organization} />
            <OrganizationWebhooks organization={organization} />
          </div>
          <div className="divide-y divide-line">
            <OrganizationSteps organization={organization} />
            <Section title="What operators did">
              {acts.length === 0 ? (
                <p className="mt-1 text-fg-2">Nothing yet.</p>
              ) : (
                <div className="mt-3">
                  <ActTimeline acts={acts} />
                </div>
              )}
            </Section>
          </div>
        </div>
      </div>
      {asking && (
        <OrganizationDialog
          act={asking}
          organization={organization}
          onActed={onActed}
          onClose={() => setAsking(null)}
        />
      )}
    </>
  )
}

/** What can be done to it as it stands now; the rarer acts behind a menu. */
function ActButtons({ organization, onAsk }: { organization: OrganizationRow; onAsk: (act: OperatorAct) => void }) {
  const enter = useEnterOrganization()
  const { state, plan, actingUntil } = organization
  return (
    <>
      <Button onClick={() => onAsk('plan')}>Set plan</Button>
      {plan === 'TRIAL' && state === 'ACTIVE' && <Button onClick={() => onAsk('trial')}>Extend trial</Button>}
      {state === 'SUSPENDED' && <Button onClick={() => onAsk('reopen')}>Open again</Button>}
      {state === 'DELETING' && <Button onClick={() => onAsk('restore')}>Restore</Button>}
      {actingUntil === null ? (
        <Button variant="primary" onClick={() => onAsk('act')}>
          Act for it
        </Button>
      ) : (
        <Button variant="primary" onClick={() => enter(organization.id)}>
          Go on acting
        </Button>
      )}
      {state !== 'DELETING' && (
        <Menu
          trigger={
            <IconButton label="More">
              <Ellipsis aria-hidden size={16} strokeWidth={1.75} />
            </IconButton>
          }
        >
          {state === 'ACTIVE' && <MenuItem onSelect={() => onAsk('suspend')}>Suspend…</MenuItem>}
          {plan === 'TRIAL' && state === 'SUSPENDED' && (
            <MenuItem onSelect={() => onAsk('trial')}>Extend trial…</MenuItem>
          )}
          {(state === 'ACTIVE' || plan === 'TRIAL') && <MenuSeparator />}
          <MenuItem danger onSelect={() => onAsk('delete')}>
            Delete…
          </MenuItem>
        </Menu>
      )}
    </>
  )
}
