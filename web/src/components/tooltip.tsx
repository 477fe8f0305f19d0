import { Tooltip as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'

/** Wraps the app once: neighbouring tooltips then follow each other without a delay. */
export function TooltipProvider({ children }: { children: ReactNode }) {
  return <Primitive.Provider delayDuration={400}>{children}</Primitive.Provider>
}

/** A word or a definition on hover and on focus; never the only place where something stands. `children` takes the focus. */
export function Tooltip({
  content,
  side = 'top',
  children,
}: {
  content: ReactNode
  side?: 'top' | 'right' | 'bottom'
  children: ReactNode
}) {
  return (
    <Primitive.Root>
      <Primitive.Trigger asChild>{children}</Primitive.Trigger>
      <Primitive.Portal>
        <Primitive.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="z-50 max-w-80 animate-[fade-in_var(--base)_var(--ease-out)] rounded-sm bg-(--text) px-3 py-2 text-small leading-[18px] text-surface"
        >
          {content}
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
