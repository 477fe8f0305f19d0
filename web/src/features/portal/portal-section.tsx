import { useId, type ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { formatCount } from '../../lib/format-count.ts'

export interface PortalSectionProps {
  title: string
  count?: number
  /** The page that has the rest. */
  more?: { to: To; label: string }
  children: ReactNode
}

/** A part of a page of the portal, ruled from what stands above it. */
export function PortalSection({ title, count, more, children }: PortalSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-t border-line px-4 py-5 md:px-6">
      <div className="flex items-baseline gap-3">
        <h2 id={id} className="min-w-0 flex-1 font-semibold text-fg-2">
          {title}
          {count !== undefined && count > 0 && <span className="ml-2 font-normal text-fg-3">{formatCount(count)}</span>}
        </h2>
        {more && (
          <Link
            to={more.to}
            className="-my-3 -mr-2 inline-flex min-h-(--control-touch) shrink-0 items-center rounded-xs px-2 font-medium text-accent hover:underline hover:underline-offset-3"
          >
            {more.label}
          </Link>
        )}
      </div>
      {children}
    </section>
  )
}
