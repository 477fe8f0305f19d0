import { useId } from 'react'
import type { Side } from './merge-lead.ts'

export interface FieldChoiceProps {
  label: string
  survivor: string | null
  merged: string | null
  value: Side
  onChange: (side: Side) => void
}

/** One field of two leads, side by side, of which one stays. Where both say the same, or one says nothing, there is nothing to choose. */
export function FieldChoice({ label, survivor, merged, value, onChange }: FieldChoiceProps) {
  const name = useId()
  if (survivor === null && merged === null) return null
  const settled = survivor === merged || survivor === null || merged === null
  const sides = [
    ['SURVIVOR', survivor],
    ['MERGED', merged],
  ] as const
  return (
    <fieldset className="border-t border-line py-2">
      <legend className="float-left mb-0.5 w-full text-small text-fg-3">{label}</legend>
      <div className="clear-both grid grid-cols-2 gap-x-3">
        {sides.map(([side, text]) => (
          <label
            key={side}
            className="flex min-h-6 min-w-0 items-baseline gap-2 rounded-sm pointer-coarse:min-h-(--control-touch) pointer-coarse:items-center"
          >
            {settled ? null : (
              <input
                type="radio"
                name={name}
                className="size-3.5 shrink-0 translate-y-0.5 accent-(--accent)"
                checked={value === side}
                onChange={() => onChange(side)}
              />
            )}
            <span className={`min-w-0 wrap-anywhere ${text === null ? 'text-fg-3' : ''}`}>{text ?? 'None'}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
