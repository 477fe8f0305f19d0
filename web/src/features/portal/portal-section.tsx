import { useId, type ReactNode } from 'react'
import { formatCount } from '../../lib/format-count.ts'

/** A part of a page of the portal, ruled from what stands above it. */
export function PortalSection({ title, count, children }: { title: string; count?: number; children: ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={id} className="border-t border-line px-4 py-5 md:px-6">
      <h2 id={id} className="font-semibold text-fg-2">
        {title}
        {count !== undefined && count > 0 && <span className="ml-2 font-normal text-fg-3">{formatCount(count)}</span>}
      </h2>
      {children}
    </section>
  )
}
