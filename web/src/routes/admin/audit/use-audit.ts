import { useQuery } from '@apollo/client/react'
import { useEffect, useEffectEvent } from 'react'
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
  query SettingsAuditMembers($first: Int!, $after: String) {
    organization {
      id
      members(first: $first, after: $after) {
        edges {
          node {
            id
            userId
            name
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
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

/** Members to filter by, by the label that their acts carry: all of them, page after page. */
export function useActorOptions() {
  const {
    rows = [],
    hasMore,
    loadMore,
  } = usePages({
    query: membersQuery,
    asked: {},
    pageOf: ({ organization }) => organization.members,
    noun: 'members',
  })
  const loaded = rows.length
  const goOn = useEffectEvent(loadMore)
  useEffect(() => {
    if (hasMore && loaded > 0) goOn()
  }, [hasMore, loaded])
  return rows.map(({ userId, name }) => ({ value: `user:${userId}`, label: name }))
}
