import { Ellipsis, LogOut, ShieldCheck, Smartphone } from 'lucide-react'
import { NavLink } from 'react-router'
import { Menu, MenuItem, MenuSeparator } from '../../components/menu.tsx'
import { ThemeChoices } from '../../components/theme-switch.tsx'
import { formatCount } from '../../lib/format-count.ts'
import type { NavEntry, ShellState } from './navigation.ts'
import { OrganizationChoices } from './organization-menu.tsx'

/** As many pages as leave room for thumbs; the rest is behind More. */
const tabCount = 4

const tabClass =
  'flex h-12 flex-col items-center justify-center gap-0.5 rounded-sm text-micro font-medium text-fg-3 focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] aria-[current=page]:text-accent'

/** The pages at the bottom of a phone, in reach of the thumb. */
export function BottomTabs(state: ShellState) {
  const behind = [...state.pages.slice(tabCount), ...state.footPages]
  return (
    <nav
      aria-label="Main"
      className="grid auto-cols-fr grid-flow-col border-t border-line bg-surface px-1 pt-1 pb-[max(4px,env(safe-area-inset-bottom))]"
    >
      {state.pages.slice(0, tabCount).map((entry) => (
        <TabLink key={entry.to} {...entry} />
      ))}
      <Menu
        side="top"
        trigger={
          <button type="button" className={tabClass}>
            <Ellipsis aria-hidden size={20} strokeWidth={1.75} />
            More
          </button>
        }
      >
        {behind.map(({ to, label, icon }) => (
          <MenuItem key={to} to={to} icon={icon}>
            {label}
          </MenuItem>
        ))}
        <MenuSeparator />
        <OrganizationChoices {...state} />
        <MenuSeparator />
        <ThemeChoices />
        <MenuSeparator />
        {state.platformTo !== undefined && (
          <MenuItem icon={ShieldCheck} to={state.platformTo}>
            Platform console
          </MenuItem>
        )}
        {state.onPortal && (
          <MenuItem icon={Smartphone} onSelect={state.onPortal}>
            Your portal
          </MenuItem>
        )}
        <MenuItem icon={LogOut} onSelect={state.onSignOut}>
          Sign out
        </MenuItem>
      </Menu>
    </nav>
  )
}

function TabLink({ to, label, icon: Icon, count }: NavEntry) {
  return (
    <NavLink to={to} end={to === '/'} className={tabClass}>
      <span className="relative">
        <Icon aria-hidden size={20} strokeWidth={1.75} />
        {count ? (
          <span className="absolute -top-1.5 left-3.5 h-4 min-w-4 rounded-full bg-accent-fill px-1 text-center text-[10px] leading-4 font-semibold text-on-accent shadow-[0_0_0_2px_var(--surface)]">
            {formatCount(count)}
          </span>
        ) : null}
      </span>
      {label}
    </NavLink>
  )
}
