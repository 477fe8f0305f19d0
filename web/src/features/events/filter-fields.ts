import type { Option } from '../../components/option.ts'
import { outcomeOptions, outcomesIn, statusesIn, statusOptions } from './call-words.ts'
import type { CallsState } from './calls-filter.ts'

/** What the roster offers to filter by; a list is empty for somebody who may not see it. */
export interface RosterOptions {
  closers: readonly Option[]
  setters: readonly Option[]
  sources: readonly Option[]
  callTypes: readonly Option[]
}

/** A filter that is a list of values. */
export interface FilterField {
  name: 'closer' | 'setter' | 'source' | 'callType' | 'status' | 'outcome'
  label: string
  options: readonly Option[]
  selected: readonly string[]
  /** The change of the address that chooses other values. */
  change: (values: readonly string[]) => Partial<CallsState>
}

/** The fields that the calls can be filtered by, with what is chosen of each. A field with nothing to choose from is left out. */
export function filterFields(state: CallsState, roster: RosterOptions): FilterField[] {
  const fields: FilterField[] = [
    {
      name: 'closer',
      label: 'Closer',
      options: roster.closers,
      selected: state.closer,
      change: (values) => ({ closer: values }),
    },
    {
      name: 'setter',
      label: 'Setter',
      options: roster.setters,
      selected: state.setter,
      change: (values) => ({ setter: values }),
    },
    {
      name: 'source',
      label: 'Source',
      options: roster.sources,
      selected: state.source,
      change: (values) => ({ source: values }),
    },
    {
      name: 'callType',
      label: 'Call type',
      options: roster.callTypes,
      selected: state.callType,
      change: (values) => ({ callType: values }),
    },
    {
      name: 'status',
      label: 'Status',
      options: statusOptions,
      selected: state.status,
      change: (values) => ({ status: statusesIn(values) }),
    },
    {
      name: 'outcome',
      label: 'Outcome',
      options: outcomeOptions,
      selected: state.outcome,
      change: (values) => ({ outcome: outcomesIn(values) }),
    },
  ]
  return fields.filter((field) => field.options.length > 0 || field.selected.length > 0)
}

/** The chosen values in words: two by name, more by their number. A value that is unknown here is only counted. */
export function chosenWords({ options, selected }: Pick<FilterField, 'options' | 'selected'>): string {
  const names = selected.flatMap((value) => options.find((option) => option.value === value)?.label ?? [])
  if (names.length === selected.length && names.length <= 2) return names.join(', ')
  return `${selected.length} chosen`
}

/** The filters that are a period of days. */
export const periodFields = [
  { name: 'scheduled', label: 'Scheduled' },
  { name: 'booked', label: 'Booked' },
] as const

/** The filters that are on or off. */
export const flagFields = [
  { name: 'overdue', label: 'Form', value: 'Overdue' },
  { name: 'chainEnds', label: 'Moved calls', value: 'Last of a chain only' },
] as const
