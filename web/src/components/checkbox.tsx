import { Check, Minus } from 'lucide-react'
import { Checkbox as Primitive } from 'radix-ui'
import { useId, type ReactNode } from 'react'

export interface CheckboxProps {
  label: ReactNode
  /** Keeps the label for assistive technology only, as in a table's rows. */
  labelHidden?: boolean
  checked: boolean | 'indeterminate'
  onChange: (checked: boolean) => void
  disabled?: boolean
  /** Out of the tab order, where a row has a key for it. */
  tabIndex?: number
}

/** A box to tick; 14 px drawn, 24 px to press. */
export function Checkbox({ label, labelHidden = false, checked, onChange, disabled, tabIndex }: CheckboxProps) {
  const id = useId()
  return (
    <span className="inline-flex items-center gap-2 align-middle">
      <Primitive.Root
        id={id}
        checked={checked}
        disabled={disabled}
        tabIndex={tabIndex}
        onCheckedChange={(next) => onChange(next === true)}
        className="relative grid size-3.5 shrink-0 place-items-center rounded-[3px] bg-surface shadow-[inset_0_0_0_1px_var(--line-control)] transition-colors duration-(--fast) after:absolute after:-inset-[5px] focus-visible:shadow-(--focus-ring) disabled:shadow-[inset_0_0_0_1px_var(--line)] data-[state=checked]:bg-accent-fill data-[state=checked]:text-on-accent data-[state=checked]:not-focus-visible:shadow-none data-[state=indeterminate]:bg-accent-fill data-[state=indeterminate]:text-on-accent data-[state=indeterminate]:not-focus-visible:shadow-none"
      >
        <Primitive.Indicator className="grid place-items-center">
          {checked === 'indeterminate' ? (
            <Minus aria-hidden size={12} strokeWidth={2.5} />
          ) : (
            <Check aria-hidden size={12} strokeWidth={2.5} />
          )}
        </Primitive.Indicator>
      </Primitive.Root>
      <label htmlFor={id} className={labelHidden ? 'sr-only' : disabled ? 'text-fg-off' : 'text-fg'}>
        {label}
      </label>
    </span>
  )
}
