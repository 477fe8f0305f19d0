import { CalendarDays, ChartNoAxesColumn, FilePenLine, type LucideIcon, ReceiptText, Sun, Trophy } from 'lucide-react'
import { NavLink } from 'react-router'
import { Avatar } from '../../components/avatar.tsx'
import { Wordmark } from '../../components/mark.tsx'
import { formatCount } from '../../lib/format-count.ts'

export interface PortalNavProps {
  formsDue: number
  /** Whether the team shows its leaderboard. */
  leaderboard: boolean
  /** Whether the team shows money. */
  statement: boolean
}

interface PortalPage {
  to: string
  /** As a tab, where there is little room. */
  tab: string
  label: string
  icon: LucideIcon
  count?: number
}

/** The pages of somebody's portal, in order. */
export const portalPages = ({ formsDue, leaderboard, statement }: PortalNavProps): PortalPage[] => [
  { to: '/', tab: 'Today', label: 'Today', icon: Sun },
  { to: '/forms', tab: 'Forms', label: 'Forms due', icon: FilePenLine, count: formsDue },
  { to: '/upcoming', tab: 'Upcoming', label: 'Upcoming', icon: CalendarDays },
  { to: '/numbers', tab: 'Numbers', label: 'My numbers', icon: ChartNoAxesColumn },
  ...(statement ? [{ to: '/statement', tab: 'Statement', label: 'Statement', icon: ReceiptText }] : []),
  ...(leaderboard ? [{ to: '/leaderboard', tab: 'Ranks', label: 'Leaderboard', icon: Trophy }] : []),
]

/** At the bottom of a phone, in reach of the thumb. */
export function PortalTabs(props: PortalNavProps) {
  return (
    <nav
      aria-label="Pages"
      className="fixed inset-x-0 bottom-0 z-30 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <div className="mx-auto grid max-w-160 auto-cols-fr grid-flow-col px-1">
        {portalPages(props).map(({ to, tab, icon: Icon, count = 0 }) => (
          <NavLink
            key={to}
            to={to}
            end={to === '/'}
            className="flex h-16 min-w-0 flex-col items-center justify-center gap-1 rounded-sm text-[11px] leading-4 font-medium text-fg-3 min-[390px]:text-[12px] focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] aria-[current=page]:text-accent"
          >
            <span className="relative">
              <Icon aria-hidden size={22} strokeWidth={1.75} />
              {count > 0 && (
                <span
                  aria-hidden
                  className="absolute -top-2 left-3.5 h-4.5 min-w-4.5 rounded-full bg-accent-fill px-1 text-center text-[11px] leading-4.5 font-semibold text-on-accent shadow-[0_0_0_2px_var(--surface)]"
                >
                  {formatCount(count)}
                </span>
              )}
            </span>
            {tab}
            {count > 0 && <span className="sr-only">, {formatCount(count)} due</span>}
          </NavLink>
        ))}
      </div>
    </nav>
  )
}

/** Beside the page, where there is room. */
export function PortalSidebar({
  name,
  organization,
  ...props
}: PortalNavProps & { name: string; organization: string }) {
  const link =
    'flex min-h-(--control-touch) items-center gap-3 rounded-sm px-3 font-medium text-fg-2 hover:bg-(--hover) focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] aria-[current=page]:bg-(--pressed) aria-[current=page]:text-fg'
  return (
    <aside aria-label="Your portal" className="sticky top-0 hidden h-dvh w-56 shrink-0 flex-col gap-1 p-3 lg:flex">
      <div className="px-3 pt-2 pb-4">
        <Wordmark />
        <p className="mt-2 truncate text-[14px] leading-5 text-fg-3">{organization}</p>
      </div>
      <nav aria-label="Pages" className="flex flex-1 flex-col gap-1">
        {portalPages(props).map(({ to, label, icon: Icon, count = 0 }) => (
          <NavLink key={to} to={to} end={to === '/'} className={link}>
            <Icon aria-hidden size={18} strokeWidth={1.75} />
            <span className="flex-1">{label}</span>
            {count > 0 && <span className="text-[14px] text-fg-3">{formatCount(count)}</span>}
          </NavLink>
        ))}
      </nav>
      <NavLink to="/profile" className={link}>
        <Avatar name={name} />
        <span className="min-w-0 truncate">{name}</span>
      </NavLink>
    </aside>
  )
}
