import { ArrowDown, ArrowUp } from 'lucide-react'
import { tellChange, type ChangeInput } from '../lib/change.ts'
import { formatDate, formatDateTime, formatExactDateTime, formatRelative } from '../lib/format-date.ts'
import { formatMoney, type Money as MoneyValue } from '../lib/format-money.ts'
import { unknownFigure } from '../lib/format-rate.ts'
import { useFormatSettings } from '../lib/format-settings.ts'
import { useNow } from '../lib/use-now.ts'

export interface MoneyProps {
  /** Null is unknown. */
  value: MoneyValue | null
  /** Whole units for tiles, exact on hover; otherwise the cents too. */
  precision?: 'exact' | 'whole'
  /** `always` puts a plus before a gain and colours it. */
  sign?: 'negative' | 'always'
  /** Why it is unknown. */
  reason?: string
}

/** Money in the organization's locale. */
export function Money({ value, precision = 'exact', sign = 'negative', reason }: MoneyProps) {
  const { locale } = useFormatSettings()
  if (value === null) return <Unknown reason={reason} />
  const text = formatMoney(value, { precision, sign, locale })
  const exact = precision === 'whole' ? formatMoney(value, { sign, locale }) : undefined
  const gain = Number(value.amount)
  const tone = sign === 'always' && gain !== 0 ? (gain > 0 ? 'text-good' : 'text-bad') : ''
  return (
    <span title={exact === text ? undefined : exact} className={`whitespace-nowrap ${tone}`}>
      {text}
    </span>
  )
}

/** An en dash with its reason: what is not known is never shown as 0. */
export function Unknown({ reason }: { reason?: string }) {
  return (
    <span title={reason} className="text-fg-3">
      <span aria-hidden>{unknownFigure}</span>
      <span className="sr-only">{reason ?? 'Unknown'}</span>
    </span>
  )
}

export interface ChangeProps extends ChangeInput {
  /** Which direction is good; colour follows it, not up or down. */
  goodWhen: 'up' | 'down' | 'neither'
}

/** A change with its arrow: `↑ 3.4 pts`. Renders nothing when nothing can be said. */
export function Change({ goodWhen, ...input }: ChangeProps) {
  const told = tellChange(input)
  if (!told) return null
  if (told.direction === 'none') return <span className="text-fg-3">{told.text}</span>
  const verdict = goodWhen === 'neither' ? 'neutral' : told.direction === goodWhen ? 'good' : 'bad'
  const tone = { neutral: 'text-fg-2', good: 'text-good', bad: 'text-bad' }[verdict]
  const Arrow = told.direction === 'up' ? ArrowUp : ArrowDown
  return (
    <span className={`inline-flex items-center gap-0.5 font-medium whitespace-nowrap ${tone}`}>
      <Arrow aria-hidden size={12} strokeWidth={1.75} />
      <span className="sr-only">{told.direction} </span>
      {told.text}
    </span>
  )
}

/** The other zone's reading of an instant, for the hover: the viewer's exact time, then the organization's if it differs. */
const useExactTimes = (at: Date | string): string => {
  const { locale, timeZone, organizationTimeZone } = useFormatSettings()
  const own = formatExactDateTime(at, { timeZone, locale })
  const theirs = formatExactDateTime(at, { timeZone: organizationTimeZone, locale })
  return own === theirs ? own : `${own}\n${theirs}`
}

/** An instant as `Nov 19, 2:00 PM` in the viewer's zone, exact and in the organization's zone on hover. */
export function DateTime({ at }: { at: Date | string }) {
  const { locale, timeZone } = useFormatSettings()
  const now = useNow()
  const exact = useExactTimes(at)
  return (
    <time dateTime={new Date(at).toISOString()} title={exact} className="whitespace-nowrap">
      {formatDateTime(at, { locale, timeZone, now })}
    </time>
  )
}

/** The day of an instant as `Nov 19` in the viewer's zone, exact and in the organization's zone on hover. */
export function Day({ at }: { at: Date | string }) {
  const { locale, timeZone } = useFormatSettings()
  const now = useNow()
  const exact = useExactTimes(at)
  return (
    <time dateTime={new Date(at).toISOString()} title={exact} className="whitespace-nowrap">
      {formatDate(at, { locale, timeZone, now })}
    </time>
  )
}

/** `5 min ago` under 24 hours, a date beyond; the exact time on hover. Keeps itself current. */
export function RelativeTime({ at }: { at: Date | string }) {
  const { locale, timeZone } = useFormatSettings()
  const now = useNow()
  const exact = useExactTimes(at)
  return (
    <time dateTime={new Date(at).toISOString()} title={exact} className="whitespace-nowrap">
      {formatRelative(at, now) ?? formatDateTime(at, { locale, timeZone, now })}
    </time>
  )
}
