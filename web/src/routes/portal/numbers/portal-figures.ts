import type { PortalFigures_ValuesFragment } from '../../../apollo/generated/graphql.ts'

export type FigureKey = Exclude<keyof PortalFigures_ValuesFragment, '__typename' | ' $fragmentName'>

/** What the figures are called to the one whose they are: a setter books calls that somebody else takes. */
const labels: Readonly<Record<FigureKey, { closer: string; setter: string }>> = {
  bookedCalls: { closer: 'Calls booked for you', setter: 'Calls you booked' },
  shows: { closer: 'Shows', setter: 'Showed up' },
  showRate: { closer: 'Show rate', setter: 'Show rate' },
  offerRate: { closer: 'Offer rate', setter: 'Got an offer' },
  closeRate: { closer: 'Close rate', setter: 'Closed of those who showed' },
  closes: { closer: 'Closed deals', setter: 'Closed deals' },
  utilization: { closer: 'Slots booked', setter: 'Slots booked' },
  pendingPostCallForms: { closer: 'Forms due', setter: 'Outcome not known yet' },
  cashCollected: { closer: 'Cash collected', setter: 'Cash they paid' },
  refunded: { closer: 'Refunded', setter: 'Refunded' },
  netCash: { closer: 'Net cash', setter: 'Net cash' },
  averageOrderValue: { closer: 'Average order', setter: 'Average order' },
}

const money: readonly FigureKey[] = ['netCash', 'cashCollected', 'refunded', 'averageOrderValue']
const calls = {
  closer: [
    'bookedCalls',
    'shows',
    'showRate',
    'offerRate',
    'closeRate',
    'closes',
    'utilization',
    'pendingPostCallForms',
  ],
  setter: ['bookedCalls', 'shows', 'showRate', 'closes', 'closeRate', 'pendingPostCallForms'],
} as const satisfies Readonly<Record<string, readonly FigureKey[]>>

export const figureLabel = (key: FigureKey, role: 'closer' | 'setter'): string => labels[key][role]

/** The figures of a person in their order, in parts; money is left out where the team does not show it. */
export function figureGroups(
  role: 'closer' | 'setter',
  showsMoney: boolean,
): readonly { title: string; keys: readonly FigureKey[] }[] {
  const ofCalls = { title: role === 'closer' ? 'Calls' : 'Bookings', keys: calls[role] }
  return showsMoney ? [{ title: 'Money', keys: money }, ofCalls] : [ofCalls]
}

/** Whether a figure opens rows that may be seen: sums of money only where single payments are shown. */
export const opensRows = (key: FigureKey, shownMoney: 'NONE' | 'FIGURES' | 'PAYMENTS'): boolean =>
  key === 'averageOrderValue' || !money.includes(key) || shownMoney === 'PAYMENTS'
