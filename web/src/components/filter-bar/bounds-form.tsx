import { useState } from 'react'
import { Button } from '../button.tsx'
import { TextField } from '../text-field.tsx'
import type { RangeField, TextField as TextFilter } from './filter-field.ts'

const number = /^-?\d+(\.\d+)?$/

/** A number as people write it, as digits; null for what is none. */
function readBound(text: string): string | null {
  const plain = text.replace(/[\s,]/g, '')
  return plain === '' || number.test(plain) ? plain : null
}

/** What a text has to have in it. */
export function TextForm({ field, onDone }: { field: TextFilter; onDone: () => void }) {
  const [text, setText] = useState(field.text)
  return (
    <form
      className="flex w-60 flex-col gap-3 p-3"
      onSubmit={(event) => {
        event.preventDefault()
        field.change(text.trim())
        onDone()
      }}
    >
      <TextField
        label={`${field.label} contains`}
        autoComplete="off"
        autoFocus
        maxLength={200}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="submit" variant="primary">
        Apply
      </Button>
    </form>
  )
}

/** From where to where something lies. */
export function RangeForm({ field, onDone }: { field: RangeField; onDone: () => void }) {
  const [from, setFrom] = useState(field.from)
  const [to, setTo] = useState(field.to)
  const [wrong, setWrong] = useState<{ from?: string; to?: string }>({})
  const unit = field.unit === undefined ? {} : { suffix: field.unit }
  const apply = () => {
    const [low, high] = [readBound(from), readBound(to)]
    const say = 'Write a number'
    if (low === null || high === null)
      return setWrong({ ...(low === null && { from: say }), ...(high === null && { to: say }) })
    if (low !== '' && high !== '' && Number(low) > Number(high))
      return setWrong({ to: 'This is below where it begins' })
    field.change(low, high)
    onDone()
  }
  return (
    <form
      noValidate
      className="flex w-60 flex-col gap-3 p-3"
      onSubmit={(event) => {
        event.preventDefault()
        apply()
      }}
    >
      <TextField
        label={`${field.label} from`}
        inputMode="decimal"
        autoComplete="off"
        autoFocus
        value={from}
        onChange={(event) => setFrom(event.target.value)}
        {...unit}
        {...(wrong.from === undefined ? {} : { error: wrong.from })}
      />
      <TextField
        label={`${field.label} to`}
        inputMode="decimal"
        autoComplete="off"
        value={to}
        onChange={(event) => setTo(event.target.value)}
        {...unit}
        {...(wrong.to === undefined ? {} : { error: wrong.to })}
      />
      <Button type="submit" variant="primary">
        Apply
      </Button>
    </form>
  )
}
