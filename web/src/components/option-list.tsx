import { Check, Search } from 'lucide-react'
import { useEffect, useId, useState, type KeyboardEvent } from 'react'
import { classNames } from '../lib/class-names.ts'
import type { Option } from './option.ts'

export interface OptionListProps {
  /** What is being chosen, said to assistive technology. */
  label: string
  options: readonly Option[]
  selected: readonly string[]
  multiple?: boolean
  /** A box to narrow the list; on for more than eight options. */
  searchable?: boolean
  onToggle: (value: string) => void
}

const matches = (option: Option, query: string): boolean =>
  `${option.label} ${option.detail ?? ''}`.toLowerCase().includes(query.trim().toLowerCase())

/** The next option that begins with a letter, going round: as in a browser's own list. */
const byLetter = (options: readonly Option[], letter: string, after: number): number | undefined => {
  const indexes = options.map((_, index) => (after + 1 + index) % options.length)
  return indexes.find((index) => options[index]?.label.toLowerCase().startsWith(letter.toLowerCase()))
}

/** A list to choose from by pointer or keys, narrowed by typing. Keys stay with the box; the list follows by aria-activedescendant. */
export function OptionList({
  label,
  options,
  selected,
  multiple = false,
  searchable = options.length > 8,
  onToggle,
}: OptionListProps) {
  const id = useId()
  const [query, setQuery] = useState('')
  const shown = searchable && query.trim() !== '' ? options.filter((option) => matches(option, query)) : options
  const firstSelected = shown.findIndex((option) => selected.includes(option.value))
  const [active, setActive] = useState(Math.max(0, firstSelected))
  const activeId = shown[active] ? `${id}-${active}` : undefined

  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const onKeyDown = (event: KeyboardEvent) => {
    const last = shown.length - 1
    const moves: Record<string, number> = { ArrowDown: Math.min(last, active + 1), ArrowUp: Math.max(0, active - 1) }
    const ends: Record<string, number> = searchable ? {} : { Home: 0, End: last }
    const letter = !searchable && /^[\p{L}\p{N}]$/u.test(event.key) && !event.ctrlKey && !event.metaKey
    const next = moves[event.key] ?? ends[event.key] ?? (letter ? byLetter(shown, event.key, active) : undefined)
    if (next !== undefined) {
      event.preventDefault()
      setActive(next)
    } else if (event.key === 'Enter' || (event.key === ' ' && !searchable)) {
      event.preventDefault()
      const option = shown[active]
      if (option && !option.disabled) onToggle(option.value)
    }
  }

  const keys = { onKeyDown, 'aria-activedescendant': activeId }
  return (
    <div className="flex min-h-0 flex-col">
      {searchable && (
        <div className="flex h-9 shrink-0 items-center gap-2 border-b border-line px-3">
          <Search aria-hidden size={14} strokeWidth={1.75} className="text-fg-3" />
          <input
            {...keys}
            role="combobox"
            aria-expanded
            aria-controls={`${id}-list`}
            aria-autocomplete="list"
            aria-label={`Find: ${label}`}
            placeholder="Find"
            autoComplete="off"
            autoFocus
            value={query}
            onChange={(event) => {
              setQuery(event.target.value)
              setActive(0)
            }}
            className="min-w-0 flex-1 bg-transparent shadow-none! outline-none"
          />
        </div>
      )}
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={label}
        aria-multiselectable={multiple || undefined}
        className="min-h-0 overflow-y-auto p-1 shadow-none!"
        {...(searchable ? {} : { ...keys, tabIndex: 0, autoFocus: true })}
      >
        {shown.map((option, index) => (
          <li
            key={option.value}
            id={`${id}-${index}`}
            role="option"
            aria-selected={selected.includes(option.value)}
            aria-disabled={option.disabled || undefined}
            onPointerMove={() => setActive(index)}
            onClick={() => !option.disabled && onToggle(option.value)}
            className={classNames(
              'flex h-7 items-center gap-2 rounded-xs px-2',
              index === active && 'bg-(--hover)',
              option.disabled && 'text-fg-off',
            )}
          >
            <span className="w-3.5">
              {selected.includes(option.value) && (
                <Check aria-hidden size={14} strokeWidth={2} className="text-accent" />
              )}
            </span>
            <span className="truncate">{option.label}</span>
            {option.detail && (
              <span className="ml-auto pl-4 text-small whitespace-nowrap text-fg-3">{option.detail}</span>
            )}
          </li>
        ))}
      </ul>
      {shown.length === 0 && (
        <p role="status" className="px-3 pb-3 text-fg-3">
          Nothing matches “{query}”.
        </p>
      )}
    </div>
  )
}
