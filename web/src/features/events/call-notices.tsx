import { skipToken, useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { ButtonLink } from '../../components/button.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { callsTo } from '../../lib/page-search.ts'
import { useMay } from '../../lib/viewer.ts'

const mostPairs = 50

const callNoticesQuery = graphql(`
  query CallNotices($first: Int!) {
    likelyDuplicateEvents(first: $first) {
      id
    }
    events(first: 1, filter: { ofLeftClosers: true }) {
      totalCount
    }
  }
`)

export interface CallNoticesProps {
  /** Which of the two; both unless said. */
  only?: 'left'
}

/** Calls that wait for a person: those that may be one, and those whose closer has left. Nothing where none do. */
export function CallNotices({ only }: CallNoticesProps) {
  const mayAct = useMay('MANAGE_ORGANIZATION')
  const { data } = useQuery(
    callNoticesQuery,
    mayAct ? { variables: { first: mostPairs }, fetchPolicy: 'cache-and-network' } : skipToken,
  )
  const left = data?.events.totalCount ?? 0
  const pairs = only === 'left' ? 0 : (data?.likelyDuplicateEvents.length ?? 0)
  return (
    <>
      {left > 0 && (
        <Notice
          title={left === 1 ? '1 coming call needs a closer' : `${formatCount(left)} coming calls need a closer`}
          detail="Whoever took them has left the roster."
        >
          <ButtonLink to={callsTo({ left: true, sort: 'SCHEDULED_AT' })}>
            {left === 1 ? 'Give it to somebody' : 'Give them to somebody'}
          </ButtonLink>
        </Notice>
      )}
      {pairs > 0 && (
        <Notice
          title={
            pairs === 1
              ? '1 possible duplicate'
              : `${formatCount(pairs)}${pairs === mostPairs ? ' or more' : ''} possible duplicates`
          }
          detail="Calls of one lead at overlapping or near times."
        >
          <ButtonLink to={callsTo({ duplicates: true })}>Compare</ButtonLink>
        </Notice>
      )}
    </>
  )
}

function Notice({ title, detail, children }: { title: string; detail: string; children: ReactNode }) {
  return (
    <div className="flex shrink-0 items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2 md:px-6">
      <p className="min-w-0 flex-1">
        <span className="font-medium">{title}</span>{' '}
        <span className="text-fg-2 max-sm:block max-sm:text-small">{detail}</span>
      </p>
      <span className="shrink-0">{children}</span>
    </div>
  )
}
