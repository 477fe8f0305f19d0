import { LogOut, ShieldCheck, Smartphone } from 'lucide-react'
import { Avatar } from '../../components/avatar.tsx'
import { Menu, MenuItem, MenuSeparator } from '../../components/menu.tsx'
import { ThemeChoices } from '../../components/theme-switch.tsx'
import type { ShellState } from './navigation.ts'

/** The viewer's name and role; behind it the theme and the way out. */
export function UserMenu({ viewer, platformTo, onPortal, onSignOut, labelled }: ShellState & { labelled: boolean }) {
  return (
    <Menu
      align="start"
      side="top"
      trigger={
        <button
          type="button"
          className="flex h-8 w-full items-center gap-2 rounded-sm px-2.5 text-left hover:bg-(--hover) max-xl:justify-center max-xl:px-0"
        >
          <Avatar name={viewer.name} />
          {!labelled && <span className="sr-only">{`${viewer.name}, ${viewer.role}`}</span>}
          {labelled && (
            <>
              <span className="min-w-0 flex-1 truncate">{viewer.name}</span>
              <span className="text-small text-fg-3">{viewer.role}</span>
            </>
          )}
        </button>
      }
    >
      <ThemeChoices />
      <MenuSeparator />
      {platformTo !== undefined && (
        <MenuItem icon={ShieldCheck} to={platformTo}>
          Platform console
        </MenuItem>
      )}
      {onPortal && (
        <MenuItem icon={Smartphone} onSelect={onPortal}>
          Your portal
        </MenuItem>
      )}
      <MenuItem icon={LogOut} onSelect={onSignOut}>
        Sign out
      </MenuItem>
    </Menu>
  )
}
