import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { isTyping } from '../lib/is-typing.ts'
import { TextField } from './text-field.tsx'

/** Long enough that a word is one question, short enough to feel immediate. */
const pauseMs = 250

export interface SearchBoxProps {
  label: string
  placeholder: string
  value: string
  /** Called once typing rests, and at once by Enter or on leaving the box. */
  onSearch: (text: string) => void
}

/** A box that searches as one types; the slash key goes to it. What is typed stands at once; what is searched for follows. */
export function SearchBox({ label, placeholder, value, onSearch }: SearchBoxProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const inputRef = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  const onSlash = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== '/' || event.defaultPrevented || event.metaKey || event.ctrlKey || isTyping(event.target)) return
    event.preventDefault()
    inputRef.current?.focus()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onSlash(event)
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])

  const settle = () => {
    clearTimeout(timer.current)
    if (draft !== null && draft !== value) onSearch(draft)
  }
  return (
    <TextField
      ref={inputRef}
      label={label}
      labelHidden
      type="search"
      placeholder={placeholder}
      autoComplete="off"
      aria-keyshortcuts="/"
      prefix={<Search aria-hidden size={14} strokeWidth={1.75} />}
      value={draft ?? value}
      onChange={(event) => {
        const text = event.target.value
        setDraft(text)
        clearTimeout(timer.current)
        timer.current = setTimeout(() => onSearch(text), pauseMs)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return
        event.preventDefault()
        settle()
      }}
      onBlur={() => {
        settle()
        setDraft(null)
      }}
    />
  )
}
