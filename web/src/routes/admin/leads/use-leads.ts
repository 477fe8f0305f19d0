import { useQuery } from '@apollo/client/react'
import { usePages, type Pages } from '../../../apollo/use-pages.ts'
import type { OwnRow } from '../../../features/fields/own-columns.tsx'
import type { LeadRow } from '../../../features/leads/lead-columns.tsx'
import { toLeadFilter, toLeadOrder, type LeadsState } from '../../../features/leads/leads-filter.ts'
import { leadsQuery, leadsTotalQuery } from './leads-queries.ts'

export interface Leads extends Pages<LeadRow & OwnRow> {
  /** How many the filter matches; undefined while that is not known. */
  totalCount: number | undefined
}

/** The table's rows and their count, for what the address says. */
export function useLeads(state: LeadsState): Leads {
  const filter = toLeadFilter(state)
  const pages = usePages({
    query: leadsQuery,
    asked: { filter, orderBy: toLeadOrder(state.sort), ownFields: state.column.length > 0 },
    pageOf: ({ leads }) => leads,
    noun: 'leads',
  })
  const total = useQuery(leadsTotalQuery, { variables: { filter } })
  const { refetch } = total
  return {
    ...pages,
    totalCount: total.data?.leads.totalCount,
    retry: () => {
      pages.retry()
      void refetch()
    },
    reload: async () => {
      await Promise.all([pages.reload(), refetch()])
    },
  }
}
