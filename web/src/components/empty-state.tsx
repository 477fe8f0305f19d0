import type { ReactNode } from 'react'

export interface EmptyStateProps {
  /** What will stand here is missing: `No calls yet`. */
  title: string
  /** What fills it, in a sentence or two. */
  children: ReactNode
  /** A line drawing; without it the page's own sheet of rows. */
  picture?: ReactNode
  /** The next step first, as the one primary button. */
  actions?: ReactNode
  /** Another way in. */
  footnote?: ReactNode
}

/** An empty page: what will stand here, the next step, another way in. */
export function EmptyState({ title, children, picture, actions, footnote }: EmptyStateProps) {
  return (
    <div className="grid flex-1 place-items-center px-4 pt-10 pb-18">
      <div className="w-full max-w-110 text-center">
        <div className="flex justify-center">{picture ?? <EmptySheet />}</div>
        <h2 className="mt-6 text-title font-semibold tracking-(--track-title)">{title}</h2>
        <div className="mt-1 text-reading text-balance text-fg-2">{children}</div>
        {actions && <div className="mt-4 flex flex-wrap items-center justify-center gap-2">{actions}</div>}
        {footnote && <p className="mt-4 text-small text-fg-3">{footnote}</p>}
      </div>
    </div>
  )
}

/** A sheet with one row found: the drawing of a page that has no rows yet. */
export function EmptySheet() {
  return (
    <svg
      width={96}
      height={72}
      viewBox="0 0 96 72"
      fill="none"
      strokeWidth={1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <rect x={5} y={9} width={86} height={58} rx={6} stroke="var(--line-strong)" />
      <path d="M5 25h86M29 2v14M67 2v14M20 40h22M20 52h14" stroke="var(--line-strong)" />
      <rect x={56} y={34} width={22} height={18} rx={4} fill="var(--accent-soft)" stroke="var(--accent)" />
      <path d="m63 43 3 3 5-6" stroke="var(--accent)" />
    </svg>
  )
}
