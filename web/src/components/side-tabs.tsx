import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useMediaQuery, wideEnough } from '../lib/use-media-query.ts'
import { Tabs, type Tab } from './tabs.tsx'

/** Tabs that belong together, under their name. */
export interface TabGroup {
  label: string
  tabs: readonly Tab[]
}

interface SideTabsProps {
  /** What the tabs part, said to assistive technology: `Parts of the settings`. */
  label: string
  groups: readonly TabGroup[]
  current: string
  /** The part that is open. */
  children: ReactNode
}

/** The many parts of a page: in groups beside it where there is room, else as tabs in one row above it. */
export function SideTabs({ label, groups, current, children }: SideTabsProps) {
  const beside = useMediaQuery(wideEnough.desktop)
  const shown = groups.filter(({ tabs }) => tabs.length > 0)
  if (!beside) {
    return (
      <>
        <Tabs label={label} current={current} tabs={shown.flatMap(({ tabs }) => tabs)} />
        {children}
      </>
    )
  }
  return (
    <div className="flex min-h-0 flex-1">
      <nav aria-label={label} className="flex w-50 shrink-0 flex-col gap-4 overflow-y-auto border-r border-line p-3">
        {shown.map((group) => (
          <div key={group.label}>
            <h2 className="px-2 pb-1 text-small text-fg-3">{group.label}</h2>
            <ul className="flex flex-col gap-px">
              {group.tabs.map(({ id, label: name, to }) => (
                <li key={id}>
                  <Link
                    to={to}
                    aria-current={id === current ? 'page' : undefined}
                    className="flex h-7 items-center rounded-sm px-2 font-medium text-fg-2 transition-colors duration-(--fast) hover:bg-(--hover) focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] aria-[current=page]:bg-(--pressed) aria-[current=page]:text-fg"
                  >
                    {name}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">{children}</div>
    </div>
  )
}
