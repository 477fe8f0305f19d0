import { Link } from 'react-router'
import { Button } from '../../components/button.tsx'
import { Money } from '../../components/figures.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { leadPath } from '../../lib/page-search.ts'
import type { MergeLead } from './merge-lead.ts'

export interface DuplicatePair {
  id: string
  reasons: readonly { words: string }[]
  one: MergeLead
  other: MergeLead
}

function Who({ lead }: { lead: MergeLead }) {
  return (
    <div className="min-w-0 flex-1">
      <Link to={leadPath(lead.id)} className="rounded-xs font-medium hover:underline">
        {lead.fullName}
      </Link>
      <p className="truncate text-small text-fg-2">{lead.email ?? lead.phone ?? 'No address'}</p>
      <p className="text-small text-fg-3">
        {formatCount(lead.events.length)} {lead.events.length === 1 ? 'call' : 'calls'}, <Money value={lead.netCash} />
      </p>
    </div>
  )
}

export interface DuplicateListProps {
  pairs: readonly DuplicatePair[]
  onMerge: (pair: DuplicatePair) => void
  onKeepApart: (pair: DuplicatePair) => void
}

/** Pairs of leads who may be one person, and why, the likeliest first. */
export function DuplicateList({ pairs, onMerge, onKeepApart }: DuplicateListProps) {
  return (
    <ul aria-label="Likely duplicates" className="divide-y divide-line">
      {pairs.map((pair) => {
        const names = `${pair.one.fullName} and ${pair.other.fullName}`
        return (
          <li
            key={pair.id}
            className="grid items-center gap-x-6 gap-y-2 px-4 py-3 md:px-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,3fr)_auto]"
          >
            <div className="flex min-w-0 gap-4">
              <Who lead={pair.one} />
              <Who lead={pair.other} />
            </div>
            <ul aria-label={`Why ${names} may be one`} className="text-small text-pretty text-fg-2">
              {pair.reasons.map(({ words }) => (
                <li key={words} className="break-words">
                  {words}
                </li>
              ))}
            </ul>
            <div className="flex gap-2">
              <Button aria-label={`Merge ${names}`} onClick={() => onMerge(pair)}>
                Merge
              </Button>
              <Button variant="quiet" aria-label={`${names} are not the same`} onClick={() => onKeepApart(pair)}>
                Not the same
              </Button>
            </div>
          </li>
        )
      })}
    </ul>
  )
}
