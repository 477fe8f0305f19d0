import { Search } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { TextField } from '../../components/text-field.tsx'

/** Long enough that a word is one question, short enough to feel immediate. */
const pauseMs = 250

export interface SearchBoxProps {
  label: string
  placeholder: string
  value: string
  /** Called once typing rests, and at once by Enter or on leaving the box. */
  onSearch: (text: string) => void
}

/** A box that searches as one types. What is typed stands at once; what is searched for follows. */
export function SearchBox({ label, placeholder, value, onSearch }: SearchBoxProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])
  const settle = () => {
    clearTimeout(timer.current)
    if (draft !== null && draft !== value) onSearch(draft)
  }
  return (
    <TextField
      label={label}
      labelHidden
      type="search"
      placeholder={placeholder}
      autoComplete="off"
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
