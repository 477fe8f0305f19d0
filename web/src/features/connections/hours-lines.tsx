import { RelativeTime } from '../../components/figures.tsx'
import { formatCount } from '../../lib/format-count.ts'

/** What came of reading when a booking tool's hosts take calls, the last time. */
export interface HoursReading {
  askedAt: string
  hostCount: number
  closerCount: number
  problems: readonly string[]
  error: string | null
}

const counted = (count: number, one: string, many: string): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`

/** How the open hours were read last, and what could not be. */
export function HoursLines({ reading }: { reading: HoursReading }) {
  const { askedAt, hostCount, closerCount, problems, error } = reading
  return (
    <section
      aria-label="Open hours"
      className="flex shrink-0 flex-col gap-1 border-b border-line px-4 py-3 text-small md:px-6"
    >
      {error === null ? (
        <p className="text-fg-2">
          Open hours of {counted(closerCount, 'closer', 'closers')} read <RelativeTime at={askedAt} />, among{' '}
          {counted(hostCount, 'host', 'hosts')}. Read again every day, for utilization.
        </p>
      ) : (
        <p className="text-pretty text-bad">
          Open hours could not be read <RelativeTime at={askedAt} />. {error}
        </p>
      )}
      {problems.length > 0 && (
        <ul className="list-disc pl-4 text-warn">
          {problems.map((problem) => (
            <li key={problem} className="text-pretty">
              {problem}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
