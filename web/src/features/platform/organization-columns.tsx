import type { Column } from '../../components/data-table/column.ts'
import { RelativeTime, Unknown } from '../../components/figures.tsx'
import { ActivationMarks, HealthMark, OrganizationStateMark, PlanMark } from './organization-marks.tsx'
import type { OrganizationRow } from './organization-row.ts'
import { countedWords, UsedOf } from './used-of.tsx'

/** The organizations of the platform, a row each. */
export const organizationColumns: readonly Column<OrganizationRow>[] = [
  { id: 'name', header: 'Organization', tone: 'strong', narrow: 'title', cell: ({ name }) => name },
  {
    id: 'owner',
    header: 'Owner',
    width: 220,
    tone: 'quiet',
    drop: 3,
    narrow: 'none',
    cell: ({ ownerEmail }) => ownerEmail ?? <Unknown reason="Nobody has accepted the invitation yet" />,
  },
  {
    id: 'state',
    header: 'State',
    width: 138,
    narrow: 'figure',
    cell: (organization) => <OrganizationStateMark organization={organization} />,
  },
  {
    id: 'plan',
    header: 'Plan',
    width: 104,
    narrow: 'detail',
    cell: (organization) => <PlanMark organization={organization} />,
  },
  {
    id: 'steps',
    header: 'First steps',
    width: 92,
    narrow: 'none',
    cell: (organization) => <ActivationMarks organization={organization} />,
  },
  {
    id: 'health',
    header: 'Webhooks',
    width: 122,
    narrow: 'detail',
    cell: (organization) => <HealthMark organization={organization} />,
  },
  {
    id: 'seats',
    header: 'Seats',
    width: 76,
    align: 'end',
    narrow: 'none',
    cell: ({ usage }) => <UsedOf used={usage.seatsUsed} limit={usage.seats} />,
  },
  {
    id: 'imports',
    header: 'Imports',
    width: 88,
    align: 'end',
    drop: 1,
    narrow: 'none',
    cell: ({ usage }) => <UsedOf used={usage.importsUsed} limit={usage.imports} />,
  },
  {
    id: 'events',
    header: 'Calls',
    width: 76,
    align: 'end',
    drop: 4,
    narrow: 'none',
    cell: ({ events }) => countedWords(events),
  },
  {
    id: 'payments',
    header: 'Payments',
    width: 84,
    align: 'end',
    drop: 2,
    narrow: 'none',
    cell: ({ payments }) => countedWords(payments),
  },
  {
    id: 'active',
    header: 'Last active',
    width: 120,
    tone: 'quiet',
    drop: 5,
    narrow: 'none',
    cell: ({ lastActiveAt }) =>
      lastActiveAt === null ? <Unknown reason="Nobody has changed anything yet" /> : <RelativeTime at={lastActiveAt} />,
  },
]
