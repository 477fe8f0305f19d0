import {
  Banknote,
  CalendarPlus,
  CalendarX2,
  FileCheck2,
  FilePen,
  FileText,
  ListChecks,
  Merge,
  RotateCw,
  Split,
  Undo2,
  UserRoundPen,
  UserRoundX,
  type LucideIcon,
} from 'lucide-react'
import type { To } from 'react-router'
import type { CallTimeline_EventFragment, EventChange } from '../../apollo/generated/graphql.ts'
import { DateTime, Money } from '../../components/figures.tsx'
import { TextLink } from '../../components/text-link.tsx'
import type { TimelineEntry } from '../../components/timeline.tsx'
import type { Tone } from '../../components/tone.ts'
import { paymentPath } from '../../lib/page-search.ts'
import { toldBy } from './payment-words.ts'

type Call = CallTimeline_EventFragment
type Payment = Call['payments'][number]
type Refund = Payment['refunds'][number]

const looks: Readonly<Record<EventChange, { title: string; icon: LucideIcon; tone?: Tone }>> = {
  BOOKED: { title: 'Booked', icon: CalendarPlus },
  MOVED: { title: 'Moved', icon: RotateCw },
  CANCELED: { title: 'Canceled', icon: CalendarX2 },
  NO_SHOW_MARKED: { title: 'Marked as a no-show', icon: UserRoundX, tone: 'bad' },
  NO_SHOW_TAKEN_BACK: { title: 'No-show taken back', icon: Undo2 },
  ASSIGNED: { title: 'Given to somebody else', icon: UserRoundPen },
  MERGED: { title: 'Merged with a copy', icon: Merge },
  UNMERGED: { title: 'Parted from a copy', icon: Split },
  FORM_SUBMITTED: { title: 'Form filed', icon: FileCheck2 },
  FORM_AMENDED: { title: 'Form amended', icon: FilePen },
  FIELDS_SET: { title: 'Fields changed', icon: ListChecks },
}

/** Everything that happened to a call and to its money, the newest first. Of two at one moment, the one that is told first stays first. */
export function timelineEntries(call: Call, callTo: (id: string) => To): TimelineEntry[] {
  const money = call.payments.flatMap((payment) => [
    ...payment.refunds.map((refund) => refundEntry(refund)),
    paymentEntry(payment),
  ])
  const history = call.history.map((entry) => historyEntry(entry, call, callTo))
  return [...money, ...history].sort((one, other) => new Date(other.at).getTime() - new Date(one.at).getTime())
}

function historyEntry(
  { id, at, change, by, assignment, fields }: Call['history'][number],
  call: Call,
  callTo: (id: string) => To,
): TimelineEntry {
  const { title, icon, tone } = looks[change]
  // The booking names its setter as somebody typed it; the roster knows how they are really called.
  const who = change === 'BOOKED' && by === call.setterName ? (call.setter?.name ?? by) : by
  const detail = assignment ? assignedWords(assignment) : (fields ?? detailOf(change, call, callTo))
  return {
    id,
    at,
    icon,
    title: who ? `${title} by ${who}` : title,
    ...(tone ? { tone } : {}),
    ...(detail ? { detail } : {}),
  }
}

type Assignment = NonNullable<Call['history'][number]['assignment']>

const assignedWords = ({ role, from, to, released }: Assignment): string =>
  `${role === 'CLOSER' ? 'Closer' : 'Setter'}: ${from ?? 'nobody'} to ${to ?? 'nobody'}${released ? ', as the booking says' : ''}`

function detailOf(change: EventChange, call: Call, callTo: (id: string) => To) {
  if (change === 'CANCELED') return call.cancelReason && `“${call.cancelReason}”`
  if (change === 'MOVED') return call.rescheduledTo && <MovedLine word="To" call={call.rescheduledTo} callTo={callTo} />
  if (change !== 'BOOKED') return null
  if (call.rescheduledFrom) return <MovedLine word="Moved here from" call={call.rescheduledFrom} callTo={callTo} />
  const source = call.source?.name ?? call.sourceName
  return source && `From ${source}`
}

function MovedLine({
  word,
  call,
  callTo,
}: {
  word: string
  call: { id: string; scheduledAt: string }
  callTo: (id: string) => To
}) {
  return (
    <>
      {word}{' '}
      <TextLink quiet to={callTo(call.id)}>
        <DateTime at={call.scheduledAt} />
      </TextLink>
    </>
  )
}

function paymentEntry(payment: Payment): TimelineEntry {
  const reported = payment.origin === 'FORM'
  return {
    id: payment.id,
    at: payment.paidAt,
    icon: reported ? FileText : Banknote,
    tone: reported ? 'neutral' : 'good',
    title: reported ? 'Cash reported' : 'Payment received',
    detail: (
      <>
        <TextLink quiet to={paymentPath(payment.id)}>
          <Money value={payment.amount} />
        </TextLink>{' '}
        {toldBy(payment)}
      </>
    ),
  }
}

const refundTitles: Readonly<Record<Refund['report'], string>> = {
  LIVE: 'Refund',
  TOTAL: 'Refunded in all',
  FAILED: 'Refund failed',
}

const refundEntry = ({ id, madeAt, report, amount, reason }: Refund): TimelineEntry => ({
  id,
  at: madeAt,
  icon: Undo2,
  tone: report === 'FAILED' ? 'neutral' : 'warn',
  title: refundTitles[report],
  detail: (
    <>
      <Money value={amount} />
      {reason && `, ${reason.replaceAll('_', ' ')}`}
    </>
  ),
})
