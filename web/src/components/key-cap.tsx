import type { ReactNode } from 'react'

/** A key to press, as `⌘K` or `R`. Hidden from assistive technology: say the shortcut with aria-keyshortcuts on the control. */
export function KeyCap({ children }: { children: ReactNode }) {
  return (
    <kbd
      aria-hidden
      className="inline-flex h-[18px] min-w-[18px] items-center justify-center rounded-xs bg-sunken px-1 font-sans text-micro font-medium text-fg-2 shadow-[inset_0_0_0_1px_var(--line)]"
    >
      {children}
    </kbd>
  )
}
