import { kindLooks } from '../../components/field-kinds.ts'
import { formatCount } from '../../lib/format-count.ts'
import { kindOf, type WireField } from './field-parts.ts'

export interface FieldSummaryProps {
  field: WireField & { usedBy: number }
}

/** A field of a list: its kind's sign, what it is called, what it holds, whether it has to be answered, and how much it is used. */
export function FieldSummary({ field }: FieldSummaryProps) {
  const { label: kindLabel, icon: Icon } = kindLooks[kindOf(field)]
  const options = field.options.filter(({ retired }) => !retired).length
  return (
    <span className="flex min-w-0 flex-1 items-center gap-2.5">
      <Icon aria-hidden size={14} strokeWidth={1.75} className="shrink-0 text-fg-3" />
      <span className="flex min-w-0 flex-1 flex-col gap-x-3 sm:flex-row sm:items-baseline">
        <span className="min-w-0 flex-1 font-medium break-words">{field.label}</span>
        <span className="shrink-0 text-small text-fg-2 sm:w-44">
          {kindLabel}
          {options > 0 && `, ${formatCount(options)}`}
          {field.required && ', required'}
        </span>
        <span className="shrink-0 text-small text-fg-3 sm:w-16 sm:text-right">
          {field.usedBy === 0 ? 'Unused' : `${formatCount(field.usedBy)} in use`}
        </span>
      </span>
    </span>
  )
}
