import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { Button } from '../../components/button.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { SearchBox } from '../../components/search-box.tsx'
import type { MergeLead } from './merge-lead.ts'

const findLeadsQuery = graphql(`
  query FindLeads($search: String!) {
    leads(first: 8, filter: { search: $search }) {
      edges {
        node {
          ...MergeLead_lead @unmask
        }
      }
    }
  }
`)

export interface FindLeadDialogProps {
  /** Whom another is looked for. */
  lead: MergeLead
  onFound: (other: MergeLead) => void
  onClose: () => void
}

/** Looks for the lead whom another is to be merged with. */
export function FindLeadDialog({ lead, onFound, onClose }: FindLeadDialogProps) {
  const [search, setSearch] = useState(lead.fullName)
  const { data, previousData } = useQuery(findLeadsQuery, { variables: { search }, fetchPolicy: 'network-only' })
  const found = ((data ?? previousData)?.leads.edges ?? []).map(({ node }) => node).filter(({ id }) => id !== lead.id)
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Merge ${lead.fullName} with`}
      description="Look for the other by name, email or phone."
      actions={
        <Button size="md" onClick={onClose}>
          Cancel
        </Button>
      }
    >
      <SearchBox label="Search leads" placeholder="Name, email or phone" value={search} onSearch={setSearch} />
      <ul aria-label="Leads found" className="mt-2 divide-y divide-line">
        {found.map((other) => (
          <li key={other.id} className="flex min-h-11 items-center gap-3">
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{other.fullName}</span>
              <span className="block truncate text-small text-fg-3">{other.email ?? other.phone ?? 'No address'}</span>
            </span>
            <Button aria-label={`Merge with ${other.fullName}`} onClick={() => onFound(other)}>
              Choose
            </Button>
          </li>
        ))}
      </ul>
      {data && found.length === 0 && <p className="mt-2 text-fg-3">Nobody else matches.</p>}
    </Dialog>
  )
}
