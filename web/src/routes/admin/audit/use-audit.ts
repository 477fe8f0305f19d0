import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { usePages, type Pages } from '../../../apollo/use-pages.ts'
import { auditFilter, type AuditState } from '../../../features/audit/audit-filter.ts'
import type { AuditRow } from '../../../features/audit/audit-row.ts'

const auditQuery = graphql(`
  query SettingsAudit($filter: AuditFilter, $first: Int!, $after: String) {
    auditLog(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          ...AuditRow_entry @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const integrityQuery = graphql(`
  query SettingsAuditIntegrity {
    auditIntegrity {
      ...IntegrityLine_integrity @unmask
    }
  }
`)

const membersQuery = graphql(`
  query SettingsAuditMembers {
    organization {
      id
      members {
        id
        userId
        name
      }
    }
  }
`)

const lookEveryMs = 15_000
const verifyEveryMs = 60_000

/** The entries that are wanted, page by page. While only the first is loaded, it is kept current. */
export const useAudit = (state: AuditState): Pages<AuditRow> =>
  usePages({
    query: auditQuery,
    asked: { filter: auditFilter(state) },
    pageOf: ({ auditLog }) => auditLog,
    noun: 'entries',
    pollInterval: lookEveryMs,
  })

/** Whether the log is unbroken, asked again every minute. */
export const useIntegrity = () =>
  useQuery(integrityQuery, { pollInterval: verifyEveryMs, fetchPolicy: 'cache-and-network' }).data?.auditIntegrity

/** Members to filter by, by the label that their acts carry. */
export function useActorOptions() {
  const { data } = useQuery(membersQuery)
  return (data?.organization.members ?? []).map(({ userId, name }) => ({ value: `user:${userId}`, label: name }))
}
