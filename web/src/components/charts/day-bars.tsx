export interface DayBar {
  day: string
  /** In order from the bottom. */
  good: number
  bad: number
}

/** Small counts by day, what went wrong in red on top: the deliveries of a connection. `summary` says it in words. */
export function DayBars({ bars, summary }: { bars: readonly DayBar[]; summary: string }) {
  const most = Math.max(1, ...bars.map((bar) => bar.good + bar.bad))
  const width = 232
  const height = 64
  const step = width / Math.max(1, bars.length)
  return (
    <svg
      width="100%"
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={summary}
    >
      {bars.map((bar, index) => {
        const [good, bad] = [(bar.good / most) * height, (bar.bad / most) * height]
        const place = { x: index * step + step * 0.15, width: step * 0.7, rx: 1 }
        return (
          <g key={bar.day}>
            {bar.good > 0 && <rect {...place} y={height - good} height={good} fill="var(--line-control)" />}
            {bar.bad > 0 && (
              <rect
                {...place}
                y={height - good - bad}
                height={Math.max(1, bad - (bar.good > 0 ? 2 : 0))}
                fill="var(--bad)"
              />
            )}
          </g>
        )
      })}
      <line x1={0} x2={width} y1={height - 0.5} y2={height - 0.5} stroke="var(--line)" />
    </svg>
  )
}
