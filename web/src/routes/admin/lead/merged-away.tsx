import { TextLink } from '../../../components/text-link.tsx'
import type { LeadRecord } from '../../../features/leads/lead-record.ts'
import { leadPath } from '../../../lib/page-search.ts'

/** In place of a lead who is part of another now. */
export const MergedAway = ({ lead, into }: { lead: LeadRecord; into: NonNullable<LeadRecord['mergedInto']> }) => (
  <p className="px-4 py-4 text-fg-2 md:px-6">
    {lead.fullName} was merged into{' '}
    <TextLink quiet to={leadPath(into.id)}>
      {into.fullName}
    </TextLink>
    , who has their calls and payments now.
  </p>
)
