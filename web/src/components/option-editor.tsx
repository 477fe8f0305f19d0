import type { OptionColor } from '@clinch/schema/fields'
import { Plus, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button, IconButton } from './button.tsx'
import { ColorMenu } from './color-menu.tsx'
import { DragHandle } from './drag-handle.tsx'
import { TextField } from './text-field.tsx'
import { useReorder } from './use-reorder.ts'

/** An option while it is edited. */
export interface EditedOption {
  /** Names it in the page; stored nowhere. */
  id: string
  label: string
  color: OptionColor | null
}

export interface OptionEditorProps {
  /** Whose options they are. */
  label: string
  options: readonly EditedOption[]
  onAdd: (id: string) => void
  onChange: (id: string, change: Partial<Omit<EditedOption, 'id'>>) => void
  onRemove: (id: string) => void
  onMove: (id: string, to: number) => void
  /** What is wrong, by `options` or an option's id. */
  problems: ReadonlyMap<string, string>
  /** A quiet word at the end of an option, such as how much it is used. */
  noteOf?: (id: string) => string | undefined
}

/** The options of a choice: their labels, colours and order. Enter in the last one begins another. */
export function OptionEditor({
  label,
  options,
  onAdd,
  onChange,
  onRemove,
  onMove,
  problems,
  noteOf,
}: OptionEditorProps) {
  const { list, dragged, handle } = useReorder<HTMLOListElement>({ ids: options.map(({ id }) => id), onMove })
  const isAdding = useRef(false)
  useEffect(() => {
    if (!isAdding.current) return
    isAdding.current = false
    list.current?.querySelector<HTMLElement>('li:last-child input')?.focus()
  })
  const add = () => {
    isAdding.current = true
    onAdd(crypto.randomUUID())
  }
  const problem = problems.get('options')
  return (
    <div role="group" aria-label={`Options of ${label}`}>
      <p className="mb-1.5 text-small font-medium text-fg-2">Options</p>
      <ol ref={list} className="flex flex-col gap-1.5">
        {options.map((option, index) => {
          const name = option.label || `option ${index + 1}`
          const note = noteOf?.(option.id)
          return (
            <li
              key={option.id}
              data-part={option.id}
              className={option.id === dragged ? 'rounded-sm bg-accent-soft' : undefined}
            >
              <div className="flex items-start gap-1">
                <DragHandle {...handle(option.id)} name={name} />
                <ColorMenu name={name} color={option.color} onChange={(color) => onChange(option.id, { color })} />
                <div className="min-w-0 flex-1">
                  <TextField
                    label={`Option ${index + 1}`}
                    labelHidden
                    value={option.label}
                    placeholder={`Option ${index + 1}`}
                    error={problems.get(option.id)}
                    onChange={(event) => onChange(option.id, { label: event.target.value })}
                    onKeyDown={(event) => {
                      if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                      event.preventDefault()
                      if (index === options.length - 1) add()
                    }}
                    {...(note === undefined ? {} : { suffix: note })}
                  />
                </div>
                <IconButton size="md" label={`Remove ${name}`} onClick={() => onRemove(option.id)}>
                  <X aria-hidden size={14} strokeWidth={1.75} />
                </IconButton>
              </div>
            </li>
          )
        })}
      </ol>
      <p aria-live="polite" className={problem ? 'mt-1 text-small text-bad' : 'sr-only'}>
        {problem}
      </p>
      <div className="mt-1.5">
        <Button variant="quiet" onClick={add}>
          <Plus aria-hidden size={12} strokeWidth={1.75} />
          Option
        </Button>
      </div>
    </div>
  )
}
