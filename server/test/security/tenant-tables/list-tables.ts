import type { TableSeed } from './table-seed.ts'

/** What an organization lists for its forms and sells. */
export const listTables: Readonly<Record<string, TableSeed>> = {
  packages: {
    readers: 'members',
    columns: (_tenant, nth) => ({
      name: `Package ${nth}`,
      price_minor: 900_000,
      currency: 'EUR',
      paid_in_full: true,
      position: nth,
    }),
  },
  call_outcomes: {
    readers: 'members',
    columns: (_tenant, nth) => ({ label: `Outcome ${nth}`, color: 'green', outcome: 'closed', position: nth }),
  },
  opportunity_statuses: {
    readers: 'members',
    columns: (_tenant, nth) => ({ label: `Status ${nth}`, color: 'blue', position: nth }),
  },
}
