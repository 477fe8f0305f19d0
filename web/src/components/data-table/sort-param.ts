import type { Sort } from './column.ts'

/** An order as an address says it: `PAID_AT` rises, `-PAID_AT` falls. */
export type SortParam<Field extends string> = Field | `-${Field}`

/** What reads and writes the order of one list. */
export interface SortParams<Field extends string> {
  /** As the API takes it. */
  toOrder: (param: string) => { field: Field; direction: 'ASC' | 'DESC' }
  /** As the table's heads show it. */
  toSort: (param: string) => Sort
  /** A press on a head, back into the address. */
  fromSort: (sort: Sort) => SortParam<Field>
}

/** The order of a list that can be sorted by these fields of the API, after which its columns are named. Anything else reads as the first. */
export function sortParams<Field extends string>(fields: readonly [Field, ...Field[]]): SortParams<Field> {
  const known = (text: string): Field => fields.find((field) => field === text) ?? fields[0]
  const falls = (param: string): boolean => param.startsWith('-')
  const fieldOf = (param: string): Field => known(param.replace(/^-/, ''))
  return {
    toOrder: (param) => ({ field: fieldOf(param), direction: falls(param) ? 'DESC' : 'ASC' }),
    toSort: (param) => ({ column: fieldOf(param), direction: falls(param) ? 'descending' : 'ascending' }),
    fromSort: ({ column, direction }) => (direction === 'descending' ? `-${known(column)}` : known(column)),
  }
}
