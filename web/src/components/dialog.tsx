import { Dialog as Primitive } from 'radix-ui'
import { useRef, useState, type FormEvent, type ReactNode } from 'react'
import { classNames } from '../lib/class-names.ts'
import { useReturnFocus } from '../lib/use-return-focus.ts'
import { Button } from './button.tsx'

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

/** The form that something was typed into, but for what is worth nothing once it is left. Menus of the dialog stand outside of it. */
const formOf = ({ target, currentTarget }: FormEvent): Element | null =>
  target instanceof Element && currentTarget.contains(target) ? target.closest('form:not([data-passing])') : null

/**
 * Only for what cannot be undone, or what needs a short form. Traps focus, closes by Esc, gives focus back. Esc and a press beside it ask
 * first where something was typed into its form.
 */
export function Dialog({ open, onOpenChange, title, description, children, actions, wide = false }: DialogProps) {
  const returnFocus = useReturnFocus()
  const typed = useRef<Element>(null)
  /** The form of which it asks whether it is to be discarded. */
  const [asked, setAsked] = useState<Element | null>(null)
  const keep = () => setAsked(null)
  const leave = (next: boolean) => {
    // A form that was sent is not there any more, and what came of it stands in its place.
    if (!next && typed.current?.isConnected) setAsked(typed.current)
    else onOpenChange(next)
  }
  return (
    <Primitive.Root open={open} onOpenChange={leave}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 animate-[fade-in_var(--slow)_var(--ease-out)] bg-(--scrim)" />
        <Primitive.Content
          {...returnFocus}
          onInput={(event) => {
            typed.current = formOf(event) ?? typed.current
          }}
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
      {open && asked?.isConnected && (
        <Dialog
          open
          onOpenChange={keep}
          title="Discard what you typed?"
          description="It was not sent."
          actions={
            <>
              <Button size="md" onClick={keep}>
                Keep writing
              </Button>
              <Button
                size="md"
                variant="danger"
                onClick={() => {
                  keep()
                  onOpenChange(false)
                }}
              >
                Discard
              </Button>
            </>
          }
        />
      )}
    </Primitive.Root>
  )
}
