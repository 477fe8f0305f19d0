import { X } from 'lucide-react'
import { useState, type KeyboardEvent } from 'react'
import { Field, type FieldProps } from '../../components/field.tsx'
import { foldName } from './fold-name.ts'

export interface AliasFieldProps extends FieldProps {
  value: readonly string[]
  onChange: (aliases: string[]) => void
}

/** What was typed, parted at commas and lines, without what is there already. */
const added = (aliases: readonly string[], typed: string): string[] => {
  const known = new Set(aliases.map(foldName))
  const fresh: string[] = []
  for (const alias of typed.split(/[,;\n]/).map((text) => text.trim())) {
    const key = foldName(alias)
    if (key === '' || known.has(key)) continue
    known.add(key)
    fresh.push(alias)
  }
  return [...aliases, ...fresh]
}

/** Any number of names in one box: Enter or a comma adds one, Backspace in the empty box takes the last away. */
export function AliasField({ value, onChange, ...field }: AliasFieldProps) {
  const [draft, setDraft] = useState('')
  const add = () => {
    if (draft.trim() !== '') onChange(added(value, draft))
    setDraft('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if ((event.key === 'Enter' && draft.trim() !== '') || event.key === ',') {
      event.preventDefault()
      add()
    } else if (event.key === 'Backspace' && draft === '' && value.length > 0) {
      onChange(value.slice(0, -1))
    }
  }
  return (
    <Field {...field}>
      {(wiring) => (
        <div
          className="control min-h-(--control) flex-wrap gap-1! px-1.5 py-1"
          data-invalid={field.error ? '' : undefined}
        >
          {value.map((alias) => (
            <span
              key={alias}
              className="inline-flex h-6 max-w-full items-center rounded-xs bg-sunken pl-2 text-small font-medium"
            >
              <span className="truncate">{alias}</span>
              <button
                type="button"
                aria-label={`Remove the alias ${alias}`}
                onClick={() => onChange(value.filter((each) => each !== alias))}
                className="grid size-6 place-items-center rounded-xs text-fg-3 hover:text-fg"
              >
                <X aria-hidden size={12} strokeWidth={1.75} />
              </button>
            </span>
          ))}
          <input
            {...wiring}
            autoComplete="off"
            value={draft}
            onChange={(event) => setDraft(event.target.value)}
            onKeyDown={onKeyDown}
            onBlur={add}
            className="h-6 min-w-24 px-1"
          />
        </div>
      )}
    </Field>
  )
}
