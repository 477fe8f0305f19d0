import type { ReactNode } from 'react'
import { useDelayed } from '../lib/use-delayed.ts'

/** A wait shorter than this shows nothing: a flash of grey disturbs more than a pause. */
const quickMs = 150

/** A grey bar where text will stand. Decorative: put it inside a SkeletonGroup, which says that something loads. */
export function Skeleton({ widthPx, heightPx = 12 }: { widthPx: number; heightPx?: number }) {
  return (
    <span aria-hidden style={{ width: widthPx, height: heightPx }} className="block max-w-full rounded-xs bg-sunken" />
  )
}

/** The shape of what loads, after 150 ms, and the word for those who cannot see it. */
export function SkeletonGroup({ label, children }: { label: string; children: ReactNode }) {
  const due = useDelayed(quickMs)
  return (
    <div role="status" aria-busy className={due ? 'animate-[fade-in_var(--base)_var(--ease-out)]' : 'invisible'}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  )
}

/** Bar widths that repeat without looking repeated. */
const barWidths = [112, 88, 128, 96, 104, 72] as const

/** Rows of a table that loads. */
export function SkeletonRows({
  rows = 8,
  columns = 4,
  label = 'Loading rows',
}: {
  rows?: number
  columns?: number
  label?: string
}) {
  return (
    <SkeletonGroup label={label}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="flex h-(--row) items-center gap-6 border-b border-line px-4 md:px-6">
          {Array.from({ length: columns }, (_, column) => (
            <div key={column} className={column === columns - 1 ? 'ml-auto' : 'w-36'}>
              <Skeleton widthPx={barWidths[(row * 2 + column) % barWidths.length] ?? 96} />
            </div>
          ))}
        </div>
      ))}
    </SkeletonGroup>
  )
}

/** A row of tiles that load. */
export function SkeletonTiles({ tiles = 10, label = 'Loading figures' }: { tiles?: number; label?: string }) {
  return (
    <SkeletonGroup label={label}>
      <div className="grid grid-cols-2 overflow-hidden border-b border-line md:grid-cols-3 xl:grid-cols-5">
        {Array.from({ length: tiles }, (_, tile) => (
          <div key={tile} className="-mb-px -ml-px flex h-27 flex-col gap-3 border-b border-l border-line py-4 pl-6">
            <Skeleton widthPx={72} />
            <Skeleton widthPx={112} heightPx={20} />
            <Skeleton widthPx={96} />
          </div>
        ))}
      </div>
    </SkeletonGroup>
  )
}
