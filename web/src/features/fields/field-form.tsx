import { fieldKinds, hasOptions, type FieldKind } from '@clinch/schema/fields'
import { useState } from 'react'
import type { ReadableError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { kindLooks } from '../../components/field-kinds.ts'
import { FormActions } from '../../components/form-actions.tsx'
import { FormFrame } from '../../components/form-frame.tsx'
import { OptionEditor, type EditedOption } from '../../components/option-editor.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { Switch } from '../../components/switch.tsx'
import { TextField } from '../../components/text-field.tsx'

/** An option as it is typed: one that is stored has its key. */
type TypedOption = EditedOption & { key?: string }

interface Typed {
  kind: FieldKind
  label: string
  help: string
  required: boolean
  options: readonly TypedOption[]
}

/** What is sent; null where its kind has no options. */
export type FieldAsTyped = Omit<Typed, 'options'> & { options: readonly TypedOption[] | null }

export interface FieldFormProps {
  start: Typed
  isNew: boolean
  /** Options that are offered no more, and can be again. */
  retired: readonly TypedOption[]
  /** Answers what was wrong, or null. */
  onSend: (field: FieldAsTyped) => Promise<ReadableError | null>
  onDone: () => void
  onCancel: () => void
}

const kindOptions = fieldKinds.map((value) => ({ value, label: kindLooks[value].label }))

/** A field: what it is called, what it holds, what helps to fill it in, and its options. */
export function FieldForm({ start, isNew, retired, onSend, onDone, onCancel }: FieldFormProps) {
  const [typed, setTyped] = useState(start)
  const [refusal, setRefusal] = useState<ReadableError | null>(null)
  const [busy, setBusy] = useState(false)
  const { kind, label, help, required, options } = typed
  const change = (part: Partial<Typed>) => setTyped({ ...typed, ...part })
  const changeOption = (id: string, part: Partial<EditedOption>) =>
    change({ options: options.map((option) => (option.id === id ? { ...option, ...part } : option)) })
  const moveOption = (id: string, to: number) => {
    const others = options.filter((option) => option.id !== id)
    const moved = options.filter((option) => option.id === id)
    change({ options: [...others.slice(0, to), ...moved, ...others.slice(to)] })
  }
  const gone = retired.filter(({ id }) => !options.some((option) => option.id === id))
  const submit = async () => {
    setBusy(true)
    const wrong = await onSend({ kind, label, help, required, options: hasOptions(kind) ? options : null })
    setBusy(false)
    setRefusal(wrong)
    if (!wrong) onDone()
  }
  const told = refusal?.fields ?? []
  const saysOf = (path: string) => told.find((problem) => problem.path === path)?.message
  const problems = new Map([
    ...told.filter(({ path }) => path === 'options').map(({ message }) => ['options', message] as const),
    ...options.flatMap(({ id }, index) => {
      const message = told.find(({ path }) => path.startsWith(`options.${index}.`))?.message
      return message === undefined ? [] : [[id, message] as const]
    }),
  ])
  const problem = refusal && told.length === 0 ? { message: `${refusal.title}. ${refusal.advice}` } : undefined
  return (
    <FormFrame onSubmit={submit} problem={problem}>
      <TextField
        label="Label"
        autoComplete="off"
        value={label}
        onChange={(event) => change({ label: event.target.value })}
        {...optional(saysOf('label'))}
      />
      <SelectField
        label="Holds"
        options={kindOptions}
        value={kind}
        onChange={(next) => change({ kind: fieldKinds.find((each) => each === next) ?? kind })}
        disabled={!isNew}
        hint={isNew ? 'It cannot be changed later.' : 'What it holds stays: make another field for something else.'}
        {...optional(saysOf('kind'))}
      />
      {hasOptions(kind) && (
        <OptionEditor
          label={label || 'the new field'}
          options={options}
          onAdd={(id) => change({ options: [...options, { id, label: '', color: null }] })}
          onChange={changeOption}
          onRemove={(id) => change({ options: options.filter((option) => option.id !== id) })}
          onMove={moveOption}
          problems={problems}
        />
      )}
      {hasOptions(kind) && gone.length > 0 && (
        <div className="flex flex-wrap items-center gap-1.5 text-small text-fg-3">
          <span>Retired:</span>
          {gone.map((option) => (
            <Button
              key={option.id}
              aria-label={`Bring ${option.label} back`}
              onClick={() => change({ options: [...options, option] })}
            >
              {option.label}
            </Button>
          ))}
        </div>
      )}
      <TextField
        label="Help"
        optional
        autoComplete="off"
        value={help}
        onChange={(event) => change({ help: event.target.value })}
        hint="Stands below the field where it is filled in."
        {...optional(saysOf('help'))}
      />
      <Switch
        label="Required"
        detail="Asked for where somebody enters or changes a record. What webhooks, syncs and imports bring may lack it."
        checked={required}
        onChange={(next) => change({ required: next })}
      />
      <FormActions busy={busy} onCancel={onCancel}>
        {isNew ? 'Add field' : 'Save'}
      </FormActions>
    </FormFrame>
  )
}

const optional = (error: string | undefined) => (error === undefined ? {} : { error })
