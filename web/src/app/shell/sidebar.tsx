import { Search } from 'lucide-react'
import { NavLink } from 'react-router'
import { KeyCap } from '../../components/key-cap.tsx'
import { Tooltip } from '../../components/tooltip.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { useMediaQuery, wideEnough } from '../../lib/use-media-query.ts'
import { OrganizationMenu } from './organization-menu.tsx'
import type { NavEntry, ShellState } from './navigation.ts'
import { UserMenu } from './user-menu.tsx'

const findKeys = /Mac|iPhone|iPad/.test(navigator.userAgent) ? '⌘K' : 'Ctrl K'

/** The admin's pages at the left; icons alone below 1280, each with its name as a tooltip. */
export function Sidebar(state: ShellState) {
  const labelled = useMediaQuery(wideEnough.desktop)
  return (
    <aside
      aria-label="Organization and pages"
      className="flex min-h-0 flex-col gap-1 border-r border-line bg-canvas p-2"
    >
      <OrganizationMenu {...state} labelled={labelled} />
      {state.onFind && (
        <button
          type="button"
          onClick={state.onFind}
          aria-label="Find or run"
          aria-keyshortcuts="Meta+K Control+K"
          className="mt-1 mb-2 flex h-7 w-full shrink-0 items-center gap-2 rounded-sm border border-line-strong bg-surface px-2 text-fg-3 hover:text-fg-2 max-xl:justify-center"
        >
          <Search aria-hidden size={14} strokeWidth={1.75} />
          {labelled && (
            <>
              <span>Find or run</span>
              <span className="ml-auto">
                <KeyCap>{findKeys}</KeyCap>
              </span>
            </>
          )}
        </button>
      )}
      <nav aria-label="Main" className="flex min-h-0 flex-1 flex-col gap-px overflow-y-auto">
        {state.pages.map((entry) => (
          <PageLink key={entry.to} entry={entry} labelled={labelled} />
        ))}
        <div className="mt-auto flex flex-col gap-px pt-4">
          {state.footPages.map((entry) => (
            <PageLink key={entry.to} entry={entry} labelled={labelled} />
          ))}
        </div>
      </nav>
      <div className="-mx-2 mt-1 -mb-2 border-t border-line p-1.5">
        <UserMenu {...state} labelled={labelled} />
      </div>
    </aside>
  )
}

const waiting = ({ count, attention }: NavEntry): string =>
  [count ? formatCount(count) : '', attention ?? ''].filter(Boolean).join(', ')

function PageLink({ entry, labelled }: { entry: NavEntry; labelled: boolean }) {
  const { to, label, icon: Icon, count, attention } = entry
  const extra = waiting(entry)
  const link = (
    <NavLink
      to={to}
      end={to === '/'}
      aria-label={labelled ? undefined : [label, extra].filter(Boolean).join(', ')}
      className="group relative flex h-7 shrink-0 items-center gap-2 rounded-sm px-2 font-medium text-fg-2 transition-colors duration-(--fast) hover:bg-(--hover) focus-visible:shadow-[inset_0_0_0_2px_var(--accent)] max-xl:h-9 max-xl:justify-center aria-[current=page]:bg-(--pressed) aria-[current=page]:text-fg"
    >
      <Icon aria-hidden size={16} strokeWidth={1.75} className="text-fg-3 group-aria-[current=page]:text-fg" />
      {labelled && <span className="truncate">{label}</span>}
      {labelled && count ? (
        <span className="ml-auto text-small font-medium text-fg-3 group-aria-[current=page]:text-fg-2">
          {formatCount(count)}
        </span>
      ) : null}
      {attention && (
        <span
          role="img"
          aria-label={attention}
          title={attention}
          className={
            labelled
              ? 'mr-[3px] ml-auto size-1.5 rounded-full bg-warn'
              : 'absolute top-1.5 right-1.5 size-1.5 rounded-full bg-warn'
          }
        />
      )}
    </NavLink>
  )
  if (labelled) return link
  return (
    <Tooltip side="right" content={[label, extra].filter(Boolean).join(' · ')}>
      {link}
    </Tooltip>
  )
}
