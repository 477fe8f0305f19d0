import type { ReactNode } from 'react'
import { Link, type To } from 'react-router'

export interface PageHeaderProps {
  /** Also the browser's title. */
  title: string
  /** The page above, as `Payments /`. */
  parent?: { label: string; to: To }
  /** A quiet word after the title: `7 connected`. */
  note?: ReactNode
  /** Buttons at the far end, 28 px. */
  children?: ReactNode
}

/** The bar over a page: 52 px, ruled below. Holds the page's only h1. */
export function PageHeader({ title, parent, note, children }: PageHeaderProps) {
  return (
    <header className="flex min-h-(--topbar) shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line px-4 py-2 md:px-6">
      <title>{`${title} · Clinch`}</title>
      {parent && (
        <nav aria-label="Above this page" className="text-fg-3">
          <Link to={parent.to} className="rounded-xs text-fg-2 hover:text-fg">
            {parent.label}
          </Link>
          <span aria-hidden className="pl-2">
            /
          </span>
        </nav>
      )}
      <h1 className="min-w-0 truncate text-title font-semibold tracking-(--track-title)">{title}</h1>
      {note && <span className="ml-1 text-fg-3">{note}</span>}
      {children && <div className="ml-auto flex flex-wrap items-center gap-1 md:gap-2">{children}</div>}
    </header>
  )
}
