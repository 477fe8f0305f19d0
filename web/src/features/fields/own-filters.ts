import { mostFieldFilters, readFieldTerm, writeFieldTerm, type FieldTerm } from '../../apollo/field-filters.ts'
import { choicesField, periodField, wordsField, type FilterField } from '../../components/filter-bar/filter-field.ts'
import { kindOf, type WireField } from './field-parts.ts'

const yesOrNo = new Map([
  ['yes', 'Yes'],
  ['no', 'No'],
] as const)

export interface OwnFiltersInput {
  fields: readonly WireField[]
  /** What the address asks of them. */
  terms: readonly string[]
  onChange: (terms: readonly string[]) => void
  /** The organization's, ISO 4217: what amounts are compared in. */
  currency: string
}

/** What a list can be filtered by of the organization's own fields, and how each stands. */
export function ownFilters({ fields, terms, onChange, currency }: OwnFiltersInput): FilterField[] {
  const asked = new Map(terms.flatMap((text) => readFieldTerm(text) ?? []).map((term) => [term.key, term]))
  const full = asked.size >= mostFieldFilters
  const ask = (key: string, term: FieldTerm | null) => {
    const others = [...asked.values()].filter((each) => each.key !== key)
    onChange([...others, ...(term ? [term] : [])].map(writeFieldTerm))
  }
  // As many as the API compares; the others are offered again when one is taken off.
  return fields
    .filter(({ key }) => !full || asked.has(key))
    .map((field) => filterOf(field, asked.get(field.key), ask, currency))
}

function filterOf(
  field: WireField,
  term: FieldTerm | undefined,
  ask: (key: string, term: FieldTerm | null) => void,
  currency: string,
): FilterField {
  const { key, label } = field
  const kind = kindOf(field)
  switch (kind) {
    case 'select':
    case 'multi_select':
      return choicesField(
        label,
        field.options.map((option) => ({
          value: option.key,
          label: option.label,
          ...(option.retired && { detail: 'Retired' }),
        })),
        term?.by === 'options' ? term.options : [],
        (options) => ask(key, options.length > 0 ? { key, by: 'options', options } : null),
      )
    case 'boolean':
      return wordsField(label, yesOrNo, term?.by === 'boolean' ? [term.value ? 'yes' : 'no'] : [], (chosen) => {
        // Both is everything that has a value: the last one pressed stands.
        const next = term?.by === 'boolean' ? chosen.find((each) => each !== (term.value ? 'yes' : 'no')) : chosen[0]
        ask(key, next === undefined ? null : { key, by: 'boolean', value: next === 'yes' })
      })
    case 'date':
      return periodField(label, term?.by === 'date' ? { from: term.from, to: term.to } : null, (period) =>
        ask(key, period && { key, by: 'date', ...period }),
      )
    case 'number':
    case 'money': {
      const unit = term?.by === 'money' ? term.currency : currency
      const bounds = term?.by === 'number' || term?.by === 'money' ? term : { from: '', to: '' }
      return {
        kind: 'range',
        label,
        from: bounds.from,
        to: bounds.to,
        ...(kind === 'money' && { unit }),
        change: (from, to) => {
          if (from === '' && to === '') ask(key, null)
          else
            ask(
              key,
              kind === 'money' ? { key, by: 'money', currency: unit, from, to } : { key, by: 'number', from, to },
            )
        },
      }
    }
    default:
      return {
        kind: 'text',
        label,
        text: term?.by === 'text' ? term.contains : '',
        change: (contains) => ask(key, contains === '' ? null : { key, by: 'text', contains }),
      }
  }
}
