import type { ReactNode } from 'react'

/** What is to be done one after another, numbered. */
export function Steps({ children }: { children: ReactNode }) {
  return <ol className="flex flex-col gap-3 [counter-reset:step]">{children}</ol>
}

export function Step({ children }: { children: ReactNode }) {
  return (
    <li className="relative min-w-0 pl-7 [counter-increment:step] before:absolute before:left-0 before:grid before:size-5 before:place-items-center before:rounded-full before:bg-sunken before:text-small before:font-medium before:text-fg-2 before:content-[counter(step)]">
      {children}
    </li>
  )
}
