import { LoaderCircle } from 'lucide-react'
import type { ComponentProps, ReactNode } from 'react'
import { Link, type To } from 'react-router'
import { classNames } from '../lib/class-names.ts'
import { buttonClass, iconButtonClass, type ButtonLook } from './button-class.ts'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'className' | 'style'>, ButtonLook {
  /** Work is under way: a spinner takes the label's place, the width stays, and presses are ignored while focus is kept. */
  busy?: boolean
}

/** A button; secondary and 28 px high unless told otherwise. One primary button a view. */
export function Button({
  variant,
  size,
  block,
  busy = false,
  type = 'button',
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      className={buttonClass({ variant, size, block })}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {busy ? (
        <>
          <span className="inline-flex items-center gap-1.5 opacity-0">{children}</span>
          <LoaderCircle aria-hidden size={14} strokeWidth={1.75} className="absolute animate-spin text-current!" />
        </>
      ) : (
        children
      )}
    </button>
  )
}

/** A link that looks like a button, for what goes to another page. */
export function ButtonLink({ to, variant, size, block, children }: ButtonLook & { to: To; children: ReactNode }) {
  return (
    <Link to={to} className={buttonClass({ variant, size, block })}>
      {children}
    </Link>
  )
}

export interface IconButtonProps
  extends Omit<ComponentProps<'button'>, 'className' | 'style' | 'aria-label'>, Omit<ButtonLook, 'block'> {
  /** What it does, said to those who do not see the icon; also its hover text. */
  label: string
}

/** A square button with an icon alone; quiet unless told otherwise. */
export function IconButton({ label, variant, size, type = 'button', children, ...rest }: IconButtonProps) {
  return (
    <button
      title={label}
      {...rest}
      type={type}
      aria-label={label}
      className={classNames(iconButtonClass({ variant, size }))}
    >
      {children}
    </button>
  )
}
