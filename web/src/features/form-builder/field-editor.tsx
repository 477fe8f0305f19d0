import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { fieldKinds, hasOptions, type FieldKind } from '@clinch/schema/fields'
import { Button } from '../../components/button.tsx'
import { Checkbox } from '../../components/checkbox.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { TextField } from '../../components/text-field.tsx'
import type { FieldDraft } from './builder-draft.ts'
import type { BuilderAction } from './builder-reducer.ts'
import { ConditionEditor } from './condition-editor.tsx'
import type { ConditionSource } from './conditions.ts'
import { kindLooks } from '../../components/field-kinds.ts'
import { OptionEditor } from './option-editor.tsx'

const kindOptions = fieldKinds.map((kind) => ({ value: kind, label: kindLooks[kind].label }))
const kindOf = (value: string): FieldKind => fieldKinds.find((kind) => kind === value) ?? 'text'

/** Ids for the two options that a choice begins with. */
export const firstOptionIds = (kind: FieldKind): readonly string[] =>
  hasOptions(kind) ? [crypto.randomUUID(), crypto.randomUUID()] : []

export interface FieldEditorProps {
  field: FieldDraft
  /** Its place among the own fields, from 0, and how many there are. */
  at: number
  count: number
  sources: readonly ConditionSource[]
  /** What is wrong, by its part: `label`, `help`, `options`, an option's id, `condition`. */
  problems: ReadonlyMap<string, string>
  optionUsage: ReadonlyMap<string, number> | null
  dispatch: (action: BuilderAction) => void
  onRemove: () => void
}

/** Everything about one of the organization's own fields. */
export function FieldEditor({
  field,
  at,
  count,
  sources,
  problems,
  optionUsage,
  dispatch,
  onRemove,
}: FieldEditorProps) {
  const { id, key, kind, label, help, required, options, condition } = field
  const change = (part: { label?: string; help?: string; required?: boolean }) =>
    dispatch({ type: 'change-field', id, change: part })
  return (
    <div className="flex flex-col gap-4 pt-1 pb-5">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_180px]">
        <div data-part="label">
          <TextField
            label="Question"
            value={label}
            error={problems.get('label')}
            onChange={(event) => change({ label: event.target.value })}
          />
        </div>
        {key === null ? (
          <SelectField
            label="Kind of answer"
            value={kind}
            options={kindOptions}
            onChange={(value) => {
              const next = kindOf(value)
              const optionIds = options.length > 0 ? [] : firstOptionIds(next)
              dispatch({ type: 'change-kind', id, kind: next, optionIds })
            }}
          />
        ) : (
          <div className="text-small">
            <p className="mb-1.5 font-medium text-fg-2">Kind of answer</p>
            <p className="flex min-h-8 items-center text-body">{kindLooks[kind].label}</p>
          </div>
        )}
      </div>
      <div data-part="help">
        <TextField
          label="Help"
          optional
          hint="Stands below the question."
          value={help}
          error={problems.get('help')}
          onChange={(event) => change({ help: event.target.value })}
        />
      </div>
      {hasOptions(kind) && <OptionEditor field={field} dispatch={dispatch} problems={problems} usage={optionUsage} />}
      <div data-part="condition">
        <ConditionEditor
          condition={condition}
          sources={sources}
          error={problems.get('condition')}
          onChange={(next) => dispatch({ type: 'set-condition', id, condition: next })}
        />
      </div>
      <Checkbox
        label={condition ? 'Has to be answered where it is shown' : 'Has to be answered'}
        checked={required}
        onChange={(next) => change({ required: next })}
      />
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={at === 0} onClick={() => dispatch({ type: 'move-field', id, to: at - 1 })}>
          <ArrowUp aria-hidden size={14} strokeWidth={1.75} />
          Up
        </Button>
        <Button disabled={at === count - 1} onClick={() => dispatch({ type: 'move-field', id, to: at + 1 })}>
          <ArrowDown aria-hidden size={14} strokeWidth={1.75} />
          Down
        </Button>
        <Button variant="danger-secondary" onClick={onRemove}>
          <Trash2 aria-hidden size={14} strokeWidth={1.75} />
          Remove
        </Button>
        {key !== null && (
          <span className="ml-auto text-small text-fg-3">
            In the API: <code className="rounded-xs bg-sunken px-1 font-mono">{key}</code>
          </span>
        )}
      </div>
    </div>
  )
}
