import type { ReactNode } from 'react'

export interface Column<Row> {
  id: string
  header: string
  /** What stands in the row's cell; nothing at all is left empty. */
  cell: (row: Row) => ReactNode
  /** In pixels. Leave it out for one column, which then takes what is left. */
  width?: number
  /** `end` for figures: right-aligned under a right-aligned head. */
  align?: 'start' | 'end'
  /** `strong` for what names the row, `quiet` for what is beside the point. */
  tone?: 'strong' | 'plain' | 'quiet'
  sortable?: boolean
  /** Where the table is too narrow for all its columns, those with a number go, the lowest first: names and money are never cut. */
  drop?: number
  /** The head is for assistive technology only, over what needs no word. */
  headerHidden?: boolean
  /** Where it stands when a row takes two lines, below 768: the first line, the second, at its end, or nowhere. */
  narrow?: 'title' | 'detail' | 'figure' | 'none'
}

export interface Sort {
  column: string
  direction: 'ascending' | 'descending'
}

/** The first press on a head sorts it ascending, the next turns it round. */
export const nextSort = (column: string, current: Sort | null): Sort => ({
  column,
  direction: current?.column === column && current.direction === 'ascending' ? 'descending' : 'ascending',
})

/** What a column without a width of its own needs at least. */
const flexibleWidthPx = 140

const neededPx = <Row>(columns: readonly Column<Row>[]): number =>
  columns.reduce((sum, column) => sum + (column.width ?? flexibleWidthPx), 0)

/** The columns that fit a width, and how wide they are at least. What cannot be dropped stays: the table then scrolls. */
export function fitColumns<Row>(
  columns: readonly Column<Row>[],
  widthPx: number,
): { shown: readonly Column<Row>[]; leastWidthPx: number } {
  let shown = columns
  const droppable = columns
    .filter((column) => column.drop !== undefined)
    .sort((one, other) => (one.drop ?? 0) - (other.drop ?? 0))
  for (const column of droppable) {
    if (neededPx(shown) <= widthPx) break
    shown = shown.filter((each) => each !== column)
  }
  return { shown, leastWidthPx: neededPx(shown) }
}

export const cellClass = <Row>(column: Column<Row>): string => {
  const tone = { strong: 'font-medium', plain: '', quiet: 'text-fg-2' }[column.tone ?? 'plain']
  return column.align === 'end' ? `text-right ${tone}` : tone
}
