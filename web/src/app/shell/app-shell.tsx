import type { ReactNode } from 'react'
import { useMediaQuery, wideEnough } from '../../lib/use-media-query.ts'
import { BottomTabs } from './bottom-tabs.tsx'
import type { ShellState } from './navigation.ts'
import { OfflineLine } from '../../components/offline-line.tsx'
import { Sidebar } from './sidebar.tsx'

export interface AppShellProps extends ShellState {
  /** What every page has to say first: that the trial ends, that somebody acts for the organization. */
  banners?: ReactNode
  children: ReactNode
}

/** The frame of the admin: sidebar of 224 px, 56 px of icons below 1280, tabs at the bottom below 768. The page scrolls inside. */
export function AppShell({ banners, children, ...state }: AppShellProps) {
  const besides = useMediaQuery(wideEnough.tablet)
  return (
    <div className="grid h-dvh grid-rows-[minmax(0,1fr)_auto] overflow-hidden md:grid-cols-[56px_minmax(0,1fr)] md:grid-rows-1 xl:grid-cols-[var(--sidebar)_minmax(0,1fr)]">
      <a
        href="#page"
        className="absolute top-2 left-2 z-50 -translate-y-16 rounded-sm bg-raised px-3 py-1.5 font-medium shadow-(--shadow-menu) focus:translate-y-0"
      >
        Skip to the page
      </a>
      {besides && <Sidebar {...state} />}
      <main id="page" tabIndex={-1} className="relative flex min-h-0 min-w-0 flex-col outline-none">
        <OfflineLine />
        {banners}
        {children}
      </main>
      {!besides && <BottomTabs {...state} />}
    </div>
  )
}
