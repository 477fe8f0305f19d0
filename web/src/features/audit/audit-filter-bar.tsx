import { FilterBar } from '../../components/filter-bar/filter-bar.tsx'
import { choicesField, periodField, wordsField, wordsOf } from '../../components/filter-bar/filter-field.ts'
import type { Option } from '../../components/option.ts'
import type { SearchUpdate } from '../../lib/search-params.ts'
import { auditOperations, isNarrowed, noConditions, type AuditState } from './audit-filter.ts'
import { actorKinds } from './audit-words.ts'
import { tableWords } from './table-words.ts'

const operationWords = { INSERT: 'Added', UPDATE: 'Changed', DELETE: 'Removed' } as const
const operations = wordsOf(auditOperations, (operation) => operationWords[operation])
const kinds = [...actorKinds].map(([value, label]) => ({ value, label }))
const tables = [...tableWords].map(([value, word]) => ({
  value,
  label: `${word.charAt(0).toUpperCase()}${word.slice(1)}`,
}))

export interface AuditFilterBarProps {
  state: AuditState
  onChange: (change: Partial<AuditState>, update?: SearchUpdate) => void
  /** Members to filter by, by their actor's label. */
  members: readonly Option[]
  /** The organization's day. */
  today: string
}

/** Search and filters of the log. All of it stands in the address. */
export function AuditFilterBar({ state, onChange, members, today }: AuditFilterBarProps) {
  return (
    <FilterBar
      search={{
        label: 'Search the audit log',
        placeholder: 'Value, id or address',
        value: state.q,
        onSearch: (q) => onChange({ q }, { replace: true }),
      }}
      fields={[
        periodField('When', state.at, (at) => onChange({ at })),
        choicesField('Who', [...kinds, ...members], state.who, (who) => onChange({ who })),
        choicesField('What', tables, state.table, (table) => onChange({ table })),
        wordsField('Did', operations, state.did, (did) => onChange({ did })),
      ]}
      today={today}
      narrowed={isNarrowed(state)}
      onClear={() => onChange(noConditions)}
    />
  )
}
