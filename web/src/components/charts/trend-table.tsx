import { formatDay } from '../../lib/format-date.ts'
import { unknownFigure } from '../../lib/format-rate.ts'
import { CompactTable } from '../compact-table.tsx'
import type { Column } from '../data-table/column.ts'
import type { TrendChartProps, TrendPoint } from './trend.ts'

interface Line {
  id: string
  current: TrendPoint | undefined
  previous: TrendPoint | undefined
}

/** The same figures as rows, for those who read rather than look. */
export function TrendTable({ title, current, previous, format, onOpenDay }: TrendChartProps) {
  const length = Math.max(current.points.length, previous?.points.length ?? 0)
  const lines = Array.from({ length }, (_, index): Line => ({
    id: String(index),
    current: current.points[index],
    previous: previous?.points[index],
  }))
  const figure = (point: TrendPoint | undefined) =>
    point === undefined || point.value === null ? unknownFigure : format(point.value)
  const columns: Column<Line>[] = [
    {
      id: 'day',
      header: 'Day',
      cell: ({ current: point }) => {
        if (!point) return unknownFigure
        const day = formatDay(point.day, { weekday: true })
        return onOpenDay ? (
          <button type="button" className="rounded-xs quiet-link" onClick={() => onOpenDay(point.day)}>
            {day}
          </button>
        ) : (
          day
        )
      },
    },
    { id: 'current', header: current.label, align: 'end', tone: 'strong', cell: (line) => figure(line.current) },
  ]
  if (previous)
    columns.push({
      id: 'previous',
      header: previous.label,
      align: 'end',
      tone: 'quiet',
      cell: (line) => figure(line.previous),
    })
  return (
    <div className="max-h-61 overflow-y-auto" tabIndex={0} role="region" aria-label={`${title}, as a table`}>
      <CompactTable label={title} columns={columns} rows={lines} rowId={(line) => line.id} />
    </div>
  )
}
