import type { Option } from '../../components/option.ts'
import type { PaymentsState } from './payment-filter.ts'
import { methodWords, originWords, statusWords } from './payment-words.ts'

/** People and sources to filter by; empty for who may not see the roster. */
export interface RosterOptions {
  closers: readonly Option[]
  setters: readonly Option[]
  sources: readonly Option[]
}

/** The filters that are lists of values. */
export type ListFilter = 'closer' | 'setter' | 'source' | 'method' | 'status' | 'origin'

export interface FilterField {
  name: ListFilter
  label: string
  options: readonly Option[]
  selected: readonly string[]
  /** The state with other values for this field; values that the address does not know are left out. */
  change: (values: readonly string[]) => Partial<PaymentsState>
}

const optionsOf = <Value extends string>(words: Readonly<Record<Value, string>>, values: readonly Value[]): Option[] =>
  values.map((value) => ({ value, label: words[value] }))

/** What the address can say, in the order in which it is offered. */
const methods = ['MATCHED_PAST', 'MATCHED_COMING', 'INHERITED', 'REFERENCE', 'MANUAL', 'NONE'] as const
const statuses = ['SUCCEEDED', 'PARTIALLY_REFUNDED', 'REFUNDED', 'REPORTED'] as const
const origins = ['PROCESSOR', 'FORM', 'MANUAL', 'IMPORT'] as const

const picked = <Value extends string>(all: readonly Value[], values: readonly string[]): Value[] =>
  all.filter((value) => values.includes(value))

/** The fields that a list can be filtered by, with what is chosen of each. Roster fields need a roster to choose from. */
export function filterFields(state: PaymentsState, roster: RosterOptions): FilterField[] {
  const people: FilterField[] = [
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
  ]
  return [
    ...people.filter((field) => field.options.length > 0 || field.selected.length > 0),
    {
      name: 'method',
      label: 'How',
      options: optionsOf(methodWords, methods),
      selected: state.method,
      change: (values) => ({ method: picked(methods, values) }),
    },
    {
      name: 'status',
      label: 'Status',
      options: optionsOf(statusWords, statuses),
      selected: state.status,
      change: (values) => ({ status: picked(statuses, values) }),
    },
    {
      name: 'origin',
      label: 'Told by',
      options: optionsOf(originWords, origins),
      selected: state.origin,
      change: (values) => ({ origin: picked(origins, values) }),
    },
  ]
}

/** The chosen values in words: two by name, more by their number. A value that is unknown here is only counted. */
export function chosenWords({ options, selected }: Pick<FilterField, 'options' | 'selected'>): string {
  const names = selected.flatMap((value) => options.find((option) => option.value === value)?.label ?? [])
  if (names.length === selected.length && names.length <= 2) return names.join(', ')
  return `${selected.length} chosen`
}
