import { PillField } from '../../components/pill-field.tsx'
import { SelectField } from '../../components/select-field.tsx'
import { optionColorCss } from '../../components/option-color.ts'
import type { ConditionDraft } from './builder-draft.ts'
import type { ConditionSource } from './conditions.ts'

export interface ConditionEditorProps {
  condition: ConditionDraft | null
  /** The questions before it whose answers it can hang on. */
  sources: readonly ConditionSource[]
  onChange: (condition: ConditionDraft | null) => void
  error: string | undefined
}

const always = 'always'

/** When a field is asked: always, or only beside some answers to an earlier question. */
export function ConditionEditor({ condition, sources, onChange, error }: ConditionEditorProps) {
  const source = sources.find(({ id }) => id === condition?.of)
  return (
    <div className="flex flex-col gap-3">
      <SelectField
        label="Shown"
        value={condition?.of ?? always}
        options={[
          { value: always, label: 'Always' },
          ...sources.map(({ id, label }) => ({ value: id, label: `If “${label}” is answered` })),
        ]}
        onChange={(of) => onChange(of === always ? null : { of, anyOf: of === condition?.of ? condition.anyOf : [] })}
        {...(source || error === undefined ? {} : { error })}
      />
      {condition && source && (
        <PillField
          multiple
          label="with any of"
          options={source.answers.map(({ value, label, color }) => ({
            value,
            label,
            ...(color ? { color: optionColorCss[color] } : {}),
          }))}
          selected={condition.anyOf}
          onChange={(anyOf) => onChange({ of: condition.of, anyOf })}
          {...(error === undefined ? {} : { error })}
        />
      )}
    </div>
  )
}
