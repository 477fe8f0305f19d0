import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { classNames } from '../lib/class-names.ts'
import { useReturnFocus } from '../lib/use-return-focus.ts'

export interface DialogProps {
  open: boolean
  onOpenChange: (open: boolean) => void
  /** Names the object and the amount: `Refund $3,000.00 to Hannah Brandt?` */
  title: string
  /** The consequence. */
  description: ReactNode
  children?: ReactNode
  /** The way back first, then the verb: `Keep the payment`, `Refund $3,000.00`. */
  actions: ReactNode
  /** For what is compared side by side: as wide as the screen allows. */
  wide?: boolean
}

/** Only for what cannot be undone, or what needs a short form. Traps focus, closes by Esc, gives focus back. */
export function Dialog({ open, onOpenChange, title, description, children, actions, wide = false }: DialogProps) {
  const returnFocus = useReturnFocus()
  return (
    <Primitive.Root open={open} onOpenChange={onOpenChange}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-[fade-in_var(--slow)_var(--ease-out)] bg-(--scrim)" />
        <Primitive.Content
          {...returnFocus}
          className={classNames(
            'fixed inset-x-4 z-50 mx-auto animate-[float-in_var(--slow)_var(--ease-out)] overflow-y-auto rounded-lg bg-raised px-6 py-5 shadow-(--shadow-dialog)',
            wide ? 'top-[5vh] max-h-[90vh] max-w-300' : 'top-[16vh] max-h-[76vh] max-w-110',
          )}
        >
          <Primitive.Title className="mb-1 text-title font-semibold tracking-(--track-title)">{title}</Primitive.Title>
          <Primitive.Description asChild>
            <div className="text-pretty text-fg-2">{description}</div>
          </Primitive.Description>
          {children && <div className="mt-3">{children}</div>}
          <div className="mt-4 flex flex-wrap justify-end gap-2">{actions}</div>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
