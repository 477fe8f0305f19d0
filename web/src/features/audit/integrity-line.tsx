import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { graphql } from '../../apollo/generated/index.ts'
import type { IntegrityLine_IntegrityFragment } from '../../apollo/generated/graphql.ts'
import { RelativeTime } from '../../components/figures.tsx'
import { formatCount } from '../../lib/format-count.ts'

graphql(`
  fragment IntegrityLine_integrity on AuditIntegrity {
    position
    signedAt
    verifiedFrom
    intact
    problem
    brokenEntryId
  }
`)

const icon = { size: 14, strokeWidth: 1.75, 'aria-hidden': true, className: 'shrink-0' } as const

/** Whether the log is what it was, in a line: how many entries, when they were last signed, or what does not fit. */
export function IntegrityLine({ integrity }: { integrity: IntegrityLine_IntegrityFragment }) {
  const { position, signedAt, verifiedFrom, intact, problem, brokenEntryId } = integrity
  if (!intact) {
    return (
      <p
        role="alert"
        className="flex min-w-0 items-center gap-2 font-medium text-bad"
        title={brokenEntryId ?? undefined}
      >
        <ShieldAlert {...icon} />
        <span className="truncate">Somebody tampered with this log. {problem}</span>
      </p>
    )
  }
  return (
    <p className="flex min-w-0 items-center gap-2" title={verifiedWords(verifiedFrom, position)}>
      <ShieldCheck {...icon} className="shrink-0 text-good" />
      <span className="truncate">
        Unbroken, {formatCount(position)} {position === 1 ? 'entry' : 'entries'},{' '}
        {signedAt === null ? (
          'not signed yet'
        ) : (
          <>
            signed <RelativeTime at={signedAt} />
          </>
        )}
      </span>
    </p>
  )
}

const verifiedWords = (from: number, to: number): string =>
  from <= 1
    ? 'Every entry was recomputed just now'
    : `Entries ${formatCount(from)} to ${formatCount(to)} were recomputed just now`
