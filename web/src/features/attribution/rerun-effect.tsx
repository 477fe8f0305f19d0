import { Link } from 'react-router'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { DateTime, Money } from '../../components/figures.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { paymentPath } from '../../lib/page-search.ts'
import type { Effect, RerunPreview } from './rerun-queries.ts'

type Moved = Effect['people'][number]

const nameOf = ({ closer, setter }: Moved): string => closer?.name ?? setter?.name ?? 'Somebody'

const figure = (value: Moved['gained'], payments: number) =>
  Number(value.amount) === 0 && payments === 0 ? null : <Money value={value} />

const columns: readonly Column<Moved>[] = [
  { id: 'name', header: 'Who', width: 130, tone: 'strong', cell: nameOf },
  {
    id: 'role',
    header: 'As',
    width: 64,
    tone: 'quiet',
    drop: 1,
    cell: ({ role }) => (role === 'CLOSER' ? 'Closer' : 'Setter'),
  },
  { id: 'gained', header: 'Gains', width: 104, align: 'end', cell: (row) => figure(row.gained, row.gainedPayments) },
  { id: 'lost', header: 'Loses', width: 104, align: 'end', cell: (row) => figure(row.lost, row.lostPayments) },
]

/** How many of the credits that change are told one by one. */
const mostTold = 8

const payments = (count: number): string => `${formatCount(count)} ${count === 1 ? 'payment' : 'payments'}`

/** What crediting a period again would come to, in words. */
export const effectInWords = ({ payments: looked, changed, locked }: RerunPreview): string =>
  [
    `${payments(looked)} looked at.`,
    changed === 0
      ? 'Every credit is as the rules have it today: nothing would change.'
      : `${payments(changed)} would be credited otherwise.`,
    ...(locked > 0
      ? [
          `${payments(locked)} credited by hand ${locked === 1 ? 'stays' : 'stay'} as ${locked === 1 ? 'it is' : 'they are'}.`,
        ]
      : []),
  ].join(' ')

interface RerunEffectProps {
  effect: Effect
  /** It was done already. */
  done?: boolean
}

/** Whose money would move, or did, and from whom to whom. */
export function RerunEffect({ effect, done = false }: RerunEffectProps) {
  const { people, changes, changed } = effect
  return (
    <>
      {people.length > 0 && (
        <CompactTable
          label={done ? 'Whose money moved' : 'Whose money would move'}
          columns={columns}
          rows={people}
          rowId={(row) => `${row.role} ${row.closer?.id ?? row.setter?.id ?? ''} ${row.gained.currency}`}
        />
      )}
      {changes.length > 0 && (
        <ul
          aria-label={done ? 'Credits that changed' : 'Credits that would change'}
          className="mt-3 border-t border-line text-small"
        >
          {changes.slice(0, mostTold).map(({ payment, before, after, summary }) => (
            <li key={payment.id} className="border-b border-line py-1.5" title={summary}>
              <span className="flex justify-between gap-3">
                <Link
                  to={paymentPath(payment.id)}
                  className="truncate font-medium hover:underline hover:underline-offset-3"
                >
                  {payment.customerName ?? payment.customerEmail ?? 'Unknown customer'}
                </Link>
                <Money value={payment.amount} />
              </span>
              <span className="flex justify-between gap-3 text-fg-2">
                <span className="truncate">
                  {before.closer?.name ?? 'nobody'} → {after.closer?.name ?? 'nobody'}
                </span>
                <DateTime at={payment.paidAt} />
              </span>
            </li>
          ))}
          {changed > mostTold && <li className="py-1.5 text-fg-3">and {formatCount(changed - mostTold)} more</li>}
        </ul>
      )}
    </>
  )
}
