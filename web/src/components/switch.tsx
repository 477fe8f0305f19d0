import { Switch as Primitive } from 'radix-ui'
import { useId, type ReactNode } from 'react'

export interface SwitchProps {
  label: string
  /** What on and off mean here, below the label. */
  detail?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  /** A change is under way: presses are ignored while the focus is kept. */
  busy?: boolean
}

/** A setting that takes effect at once. */
export function Switch({ label, detail, checked, onChange, disabled, busy = false }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <Primitive.Root
        id={id}
        checked={checked}
        disabled={disabled}
        aria-disabled={busy || undefined}
        onCheckedChange={(next) => !busy && onChange(next)}
        aria-describedby={detail ? `${id}-detail` : undefined}
        className="relative mt-0.5 h-4 w-7 shrink-0 rounded-full bg-(--line-control) transition-colors duration-(--fast) after:absolute after:-inset-1 focus-visible:shadow-(--focus-ring) disabled:opacity-50 aria-disabled:opacity-50 data-[state=checked]:bg-accent-fill"
      >
        <Primitive.Thumb className="block size-3 translate-x-0.5 rounded-full bg-on-accent transition-transform duration-(--fast) data-[state=checked]:translate-x-3.5" />
      </Primitive.Root>
      <div className="min-w-0">
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        {detail && (
          <p id={`${id}-detail`} className="text-small text-fg-2">
            {detail}
          </p>
        )}
      </div>
    </div>
  )
}
