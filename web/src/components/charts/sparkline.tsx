const width = 72
const height = 24
const inset = { x: 2, y: 3 }

/** The course of a figure, ending in a dot. Decorative: the figure and its change stand beside it. */
export function Sparkline({ values }: { values: readonly (number | null)[] }) {
  const known = values.filter((value): value is number => value !== null)
  if (known.length < 2) return null
  const [least, most] = [Math.min(...known), Math.max(...known)]
  const span = most - least || 1
  const points = values.flatMap((value, index) => {
    if (value === null) return []
    const x = inset.x + (index / (values.length - 1)) * (width - 2 * inset.x)
    const y = most === least ? height / 2 : inset.y + (1 - (value - least) / span) * (height - 2 * inset.y)
    return [{ x: Math.round(x * 10) / 10, y: Math.round(y * 10) / 10 }]
  })
  const last = points.at(-1)
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} aria-hidden>
      <polyline
        points={points.map((point) => `${point.x},${point.y}`).join(' ')}
        fill="none"
        stroke="var(--text-3)"
        strokeWidth={1.25}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {last && <circle cx={last.x} cy={last.y} r={2} fill="var(--accent)" />}
    </svg>
  )
}
