import { formatCount } from '../../lib/format-count.ts'

/** How much of a limit is used: `3 of 10`, marked once nothing is left. Without a limit, how much alone. */
export function UsedOf({ used, limit }: { used: number; limit: number | null }) {
  if (limit === null) return <>{formatCount(used)}</>
  return (
    <span className={used >= limit ? 'text-warn' : undefined} title={used >= limit ? 'Nothing is left' : undefined}>
      {formatCount(used)}
      <span className={used >= limit ? undefined : 'text-fg-3'}>{` of ${formatCount(limit)}`}</span>
    </span>
  )
}

/** Rows are counted no further than this. */
const countedTo = 10_000

/** How many rows there are, as far as they are counted. */
export const countedWords = (count: number): string =>
  count >= countedTo ? `${formatCount(countedTo)}+` : formatCount(count)
