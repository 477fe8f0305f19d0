import { classNames } from '../lib/class-names.ts'

export type ButtonVariant = 'secondary' | 'primary' | 'quiet' | 'danger' | 'danger-secondary'

/** 28 px in bars, 32 in forms, 36 on sign-in, 44 for thumbs. */
export type ButtonSize = 'sm' | 'md' | 'lg' | 'touch'

export interface ButtonLook {
  variant?: ButtonVariant
  size?: ButtonSize
  /** Takes the whole width. */
  block?: boolean
}

const variants: Readonly<Record<ButtonVariant, string>> = {
  secondary:
    'bg-surface text-fg shadow-[inset_0_0_0_1px_var(--line-strong),var(--shadow-control)] hover:bg-[linear-gradient(var(--hover),var(--hover))] active:bg-[linear-gradient(var(--pressed),var(--pressed))] [&>svg]:text-fg-2',
  primary: 'bg-accent-fill text-on-accent shadow-(--shadow-control) hover:bg-(--accent-fill-hover)',
  quiet: 'text-fg-2 hover:bg-(--hover) active:bg-(--pressed) hover:text-fg',
  danger: 'bg-(--bad-fill) text-on-accent shadow-(--shadow-control) hover:brightness-90',
  'danger-secondary':
    'bg-surface text-bad shadow-[inset_0_0_0_1px_var(--line-strong),var(--shadow-control)] hover:bg-[linear-gradient(var(--hover),var(--hover))]',
}

const off =
  'disabled:bg-none disabled:bg-transparent disabled:text-fg-off disabled:shadow-[inset_0_0_0_1px_var(--line)] disabled:brightness-100'

const sizes: Readonly<Record<ButtonSize, string>> = {
  sm: 'h-(--control-sm) px-2.5 rounded-sm',
  md: 'h-(--control) px-3 rounded-sm',
  lg: 'h-9 px-3 rounded-sm',
  touch: 'h-(--control-touch) px-4 rounded-[10px] text-reading',
}

const squares: Readonly<Record<ButtonSize, string>> = {
  sm: 'w-(--control-sm)',
  md: 'w-(--control)',
  lg: 'w-9',
  touch: 'w-(--control-touch)',
}

const focus = 'focus-visible:shadow-(--focus-ring)'

const base =
  'relative inline-flex shrink-0 items-center justify-center gap-1.5 font-medium whitespace-nowrap select-none transition-[background-color,color,box-shadow] duration-(--fast)'

/** How a button looks, for whatever element has to be one. */
export const buttonClass = ({ variant = 'secondary', size = 'sm', block = false }: ButtonLook): string =>
  classNames(
    base,
    variants[variant],
    variant === 'quiet' ? 'disabled:text-fg-off disabled:bg-transparent' : off,
    sizes[size],
    block && 'w-full',
    focus,
  )

/** A square button that holds an icon alone. */
export const iconButtonClass = ({ variant = 'quiet', size = 'sm' }: ButtonLook): string =>
  classNames(
    base,
    variants[variant],
    variant === 'quiet' ? 'disabled:text-fg-off disabled:bg-transparent' : off,
    sizes[size],
    'px-0!',
    squares[size],
    focus,
  )
