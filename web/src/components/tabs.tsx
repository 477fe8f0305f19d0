import { useEffect, useRef, type ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { formatCount } from '../lib/format-count.ts'

export interface Tab {
  id: string
  label: string
  /** How many it holds. */
  count?: number
  /** Tabs are links, since the address is the state. */
  to: To
}

export interface TabsProps {
  /** What the tabs part, said to assistive technology: `Saved views`. */
  label: string
  tabs: readonly Tab[]
  current: string
  /** Stands at the far end: a segment, a button. */
  children?: ReactNode
}

/** Saved views, or the parts of a page, as links under one rule. */
export function Tabs({ label, tabs, current, children }: TabsProps) {
  const nav = useRef<HTMLElement>(null)
  // On a phone they do not all fit: the current one is brought into sight.
  useEffect(() => {
    nav.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  }, [current])
  return (
    <div className="flex h-10 shrink-0 items-center border-b border-line pr-4 pl-4 md:px-6">
      <nav
        ref={nav}
        aria-label={label}
        className="flex h-10 min-w-0 gap-5 overflow-x-auto overflow-y-hidden [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <Link
            key={tab.id}
            to={tab.to}
            aria-current={tab.id === current ? 'page' : undefined}
            className="flex items-center gap-1.5 border-b-2 border-transparent pt-0.5 font-medium whitespace-nowrap text-fg-2 transition-colors duration-(--base) hover:text-fg focus-visible:rounded-sm focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] aria-[current]:border-fg aria-[current]:text-fg"
          >
            {tab.label}
            {tab.count !== undefined && <span className="font-normal text-fg-3">{formatCount(tab.count)}</span>}
          </Link>
        ))}
      </nav>
      {children && <div className="ml-auto flex items-center gap-2 pl-4">{children}</div>}
    </div>
  )
}
