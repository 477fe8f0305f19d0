import { useState, type PointerEvent } from 'react'
import { formatDay } from '../../lib/format-date.ts'
import { useElementWidth } from '../../lib/use-element-width.ts'
import { dayTicks, niceTicks } from './scale.ts'
import type { TrendChartProps, TrendSeries } from './trend.ts'

const height = 244
const inset = { left: 44, top: 12, bottom: 24 }
/** Labels at the line ends keep this far apart, so that both can be read. */
const labelGap = 15

interface Scale {
  x: (index: number) => number
  y: (value: number) => number
}

const pathOf = (series: TrendSeries, { x, y }: Scale): string => {
  let pen = 'M'
  return series.points
    .map((point, index) => {
      if (point.value === null) {
        pen = 'M'
        return ''
      }
      const part = `${pen}${x(index).toFixed(1)} ${y(point.value).toFixed(1)}`
      pen = 'L'
      return part
    })
    .join('')
}

const lastKnown = (series: TrendSeries | undefined): { index: number; value: number } | null => {
  const index = series?.points.findLastIndex((point) => point.value !== null) ?? -1
  const value = series?.points[index]?.value
  return value === undefined || value === null ? null : { index, value }
}

/** The picture: a horizontal grid from zero, this period solid, the one before dashed, each labelled at its end. */
export function TrendPlot({
  current,
  previous,
  format,
  formatAxis = format,
  summary,
  onOpenDay,
}: TrendChartProps & { summary: string }) {
  const [ref, width] = useElementWidth<HTMLDivElement>(680)
  const [hovered, setHovered] = useState<number | null>(null)
  const values = [...current.points, ...(previous?.points ?? [])].flatMap((point) =>
    point.value === null ? [] : [point.value],
  )
  const ticks = niceTicks(Math.min(0, ...values), Math.max(0, ...values))
  const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1]
  const ends = { current: lastKnown(current), previous: lastKnown(previous) }
  const longest = Math.max(0, ...[ends.current, ends.previous].map((end) => (end ? format(end.value).length : 0)))
  const right = Math.max(40, longest * 7 + 18)
  const longer = previous && previous.points.length > current.points.length ? previous : current
  const count = longer.points.length
  const scale: Scale = {
    x: (index) => inset.left + (count < 2 ? 0 : (index / (count - 1)) * (width - inset.left - right)),
    y: (value) => inset.top + (1 - (value - low) / (high - low)) * (height - inset.top - inset.bottom),
  }
  const days = longer.points.map((point) => point.day)

  const indexAt = (event: PointerEvent<SVGSVGElement>): number => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left
    const share = (left - inset.left) / Math.max(1, width - inset.left - right)
    return Math.max(0, Math.min(count - 1, Math.round(share * (count - 1))))
  }
  const openAt = (index: number | null) => {
    const day = index === null ? undefined : current.points[index]?.day
    if (day !== undefined) onOpenDay?.(day)
  }

  return (
    <div ref={ref} className="relative">
      <svg
        width="100%"
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={summary}
        className={`block overflow-visible font-sans text-[11px] ${onOpenDay ? 'cursor-pointer' : ''}`}
        onPointerMove={(event) => setHovered(indexAt(event))}
        onPointerLeave={() => setHovered(null)}
        onClick={() => openAt(hovered)}
      >
        {ticks.map((tick) => (
          <g key={tick}>
            <line x1={inset.left} x2={width - right} y1={scale.y(tick)} y2={scale.y(tick)} stroke="var(--chart-grid)" />
            <text x={inset.left - 8} y={scale.y(tick) + 4} textAnchor="end" fill="var(--text-3)">
              {formatAxis(tick)}
            </text>
          </g>
        ))}
        <DayLabels days={days} x={scale.x} />
        {hovered !== null && (
          <line
            x1={scale.x(hovered)}
            x2={scale.x(hovered)}
            y1={inset.top}
            y2={height - inset.bottom}
            stroke="var(--line-control)"
            strokeDasharray="2 2"
          />
        )}
        {previous && (
          <path
            d={pathOf(previous, scale)}
            fill="none"
            stroke="var(--chart-previous)"
            strokeWidth={1.5}
            strokeDasharray="3 3"
          />
        )}
        <path d={pathOf(current, scale)} fill="none" stroke="var(--chart-1)" strokeWidth={2} strokeLinejoin="round" />
        <EndLabels ends={ends} scale={scale} format={format} />
      </svg>
      {hovered !== null && (
        <Readout
          index={hovered}
          x={scale.x(hovered)}
          flip={scale.x(hovered) > width / 2}
          {...{ current, previous, format }}
        />
      )}
    </div>
  )
}

function DayLabels({ days, x }: { days: readonly string[]; x: Scale['x'] }) {
  const ticks = dayTicks(days)
  return ticks.map((index, order) => {
    const day = days[index] ?? ''
    const earlier = days[ticks[order - 1] ?? -1]
    const text = earlier?.slice(0, 7) === day.slice(0, 7) ? String(Number(day.slice(8))) : formatDay(day)
    return (
      <text key={day} x={x(index)} y={height - 4} textAnchor="middle" fill="var(--text-3)">
        {text}
      </text>
    )
  })
}

function EndLabels({
  ends,
  scale,
  format,
}: {
  ends: { current: ReturnType<typeof lastKnown>; previous: ReturnType<typeof lastKnown> }
  scale: Scale
  format: (value: number) => string
}) {
  const { current, previous } = ends
  const currentY = current ? scale.y(current.value) : 0
  const naturalY = previous ? scale.y(previous.value) : 0
  const near = current !== null && previous !== null && Math.abs(currentY - naturalY) < labelGap
  const previousY = near ? currentY + (naturalY < currentY ? -labelGap : labelGap) : naturalY
  return (
    <>
      {current && (
        <>
          <circle
            cx={scale.x(current.index)}
            cy={currentY}
            r={3.5}
            fill="var(--chart-1)"
            stroke="var(--surface)"
            strokeWidth={2}
          />
          <text x={scale.x(current.index) + 10} y={currentY + 4} fill="var(--text)" fontWeight={600} fontSize={12}>
            {format(current.value)}
          </text>
        </>
      )}
      {previous && (
        <text x={scale.x(previous.index) + 10} y={previousY + 4} fill="var(--text-2)" fontSize={12}>
          {format(previous.value)}
        </text>
      )}
    </>
  )
}

/** What the pointer is over, in words; the table says the same to those without a pointer. */
function Readout({
  index,
  x,
  flip,
  current,
  previous,
  format,
}: { index: number; x: number; flip: boolean } & Pick<TrendChartProps, 'current' | 'previous' | 'format'>) {
  const point = current.points[index]
  const before = previous?.points[index]
  const said = (value: number | null | undefined) => (value === null || value === undefined ? '–' : format(value))
  return (
    <div
      aria-hidden
      style={{ left: x, transform: flip ? 'translateX(calc(-100% - 8px))' : 'translateX(8px)' }}
      className="pointer-events-none absolute top-3 z-10 rounded-sm bg-raised px-2.5 py-1.5 text-small whitespace-nowrap shadow-(--shadow-menu)"
    >
      {point && (
        <p className="flex justify-between gap-4">
          <span className="text-fg-3">{formatDay(point.day)}</span>
          <span className="font-semibold">{said(point.value)}</span>
        </p>
      )}
      {before && (
        <p className="flex justify-between gap-4">
          <span className="text-fg-3">{formatDay(before.day)}</span>
          <span className="text-fg-2">{said(before.value)}</span>
        </p>
      )}
    </div>
  )
}
