import { useState } from 'react'
import { Button } from '../../components/button.tsx'
import { TextField } from '../../components/text-field.tsx'

export interface AddAddressFormProps {
  /** What is added; a phone number where there is no @ in it. */
  onAdd: (text: string) => Promise<string | null>
}

/** One box for an e-mail address or a phone number. What was typed stays where it is refused. */
export function AddAddressForm({ onAdd }: AddAddressFormProps) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const add = async () => {
    if (text.trim() === '') return
    setBusy(true)
    const refused = await onAdd(text.trim())
    setBusy(false)
    setError(refused ?? undefined)
    if (refused === null) setText('')
  }
  return (
    <form
      noValidate
      className="mt-2 flex items-start gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div className="min-w-0 flex-1">
        <TextField
          label="Another email or phone"
          labelHidden
          placeholder="Another email or phone"
          autoComplete="off"
          value={text}
          onChange={(event) => {
            setText(event.target.value)
            setError(undefined)
          }}
          error={error}
        />
      </div>
      <Button type="submit" busy={busy}>
        Add
      </Button>
    </form>
  )
}
