import { useQuery } from '@apollo/client/react'
import type { DisputedCreditsPageQueryVariables } from '../../../apollo/generated/graphql.ts'
import { graphql } from '../../../apollo/generated/index.ts'
import { LoadError } from '../../../apollo/load-error.tsx'
import { usePages } from '../../../apollo/use-pages.ts'
import { ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { MoreRows } from '../../../components/more-rows.tsx'
import { PageHeader } from '../../../components/page-header.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import { Tabs } from '../../../components/tabs.tsx'
import { DisputedCreditRow } from '../../../features/statement/disputed-credit-row.tsx'
import { disputedCreditsLists, disputedCreditsSearch, disputedCreditsTo } from '../../../lib/page-search.ts'
import { useSearchState } from '../../../lib/search-params.ts'

const disputesQuery = graphql(`
  query DisputedCreditsPage(
    $filter: CreditDisputeFilter!
    $orderBy: CreditDisputeOrder!
    $first: Int!
    $after: String
  ) {
    creditDisputes(filter: $filter, orderBy: $orderBy, first: $first, after: $after) {
      edges {
        cursor
        node {
          ...DisputedCredit_dispute @unmask
        }
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
  }
`)

const countQuery = graphql(`
  query DisputedCreditsCount {
    creditDisputes(first: 1, filter: { states: [OPEN] }) {
      totalCount
    }
  }
`)

interface DisputeList {
  label: string
  asked: Pick<DisputedCreditsPageQueryVariables, 'filter' | 'orderBy'>
  empty: { title: string; text: string }
}

const lists: Readonly<Record<'open' | 'settled', DisputeList>> = {
  open: {
    label: 'Open',
    // What is due first stands first.
    asked: { filter: { states: ['OPEN'] }, orderBy: { field: 'MADE_AT', direction: 'ASC' } },
    empty: {
      title: 'Nobody disputes a credit',
      text: 'What closers and setters say of their statements waits here for an answer, for seven days.',
    },
  },
  settled: {
    label: 'Answered',
    asked: {
      filter: { states: ['ACCEPTED', 'PARTLY_ACCEPTED', 'REJECTED', 'WITHDRAWN'] },
      orderBy: { field: 'MADE_AT', direction: 'DESC' },
    },
    empty: { title: 'None was answered yet', text: 'Disputes that were answered or taken back stand here.' },
  },
}

/** What closers and setters hold to be wrong on their statements, until a person answers. */
export function Component() {
  const [{ list }] = useSearchState(disputedCreditsSearch)
  const { data, refetch } = useQuery(countQuery)
  return (
    <>
      <PageHeader title="Disputed credits" parent={{ label: 'Payments', to: '/payments' }} />
      <Tabs
        label="Lists"
        tabs={disputedCreditsLists.map((id) => ({
          id,
          label: lists[id].label,
          to: disputedCreditsTo({ list: id }),
          ...(id === 'open' && data && { count: data.creditDisputes.totalCount }),
        }))}
        current={list}
      />
      <div className="flex min-h-0 flex-1 flex-col overflow-y-auto">
        <List key={list} list={list} onAnswered={() => void refetch()} />
      </div>
    </>
  )
}

function List({ list, onAnswered }: { list: keyof typeof lists; onAnswered: () => void }) {
  const { asked, empty } = lists[list]
  const pages = usePages({
    query: disputesQuery,
    asked,
    pageOf: ({ creditDisputes }) => creditDisputes,
    noun: 'disputes',
  })
  if (pages.error)
    return <LoadError title="The disputed credits did not load" error={pages.error} onRetry={pages.retry} />
  if (!pages.rows) return <SkeletonRows rows={8} columns={3} label="Loading disputed credits" />
  if (pages.rows.length === 0) {
    return (
      <EmptyState
        title={empty.title}
        actions={
          <ButtonLink to="/payments" size="md">
            Go to the payments
          </ButtonLink>
        }
      >
        {empty.text}
      </EmptyState>
    )
  }
  return (
    <>
      <ul aria-label={lists[list].label}>
        {pages.rows.map((dispute) => (
          <DisputedCreditRow
            key={dispute.id}
            dispute={dispute}
            onAnswered={() => {
              void pages.reload()
              onAnswered()
            }}
          />
        ))}
      </ul>
      {pages.hasMore && (
        <div className="px-4 py-4 md:px-6">
          <MoreRows onMore={pages.loadMore} />
        </div>
      )}
    </>
  )
}
