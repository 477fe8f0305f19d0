import type { ReactNode } from 'react'

/** Two parts of the sheet beside each other, three fifths to two so that their rule meets the tiles'; below each other where narrow. */
export function SheetRow({ children }: { children: ReactNode }) {
  return (
    <div className="grid border-b border-line *:min-w-0 *:not-first:border-line *:not-first:max-lg:border-t lg:grid-cols-[3fr_2fr] lg:*:not-first:border-l">
      {children}
    </div>
  )
}
