import { SelectField } from '../../components/select-field.tsx'
import type { LeadColumns, LeadPart, OwnColumns } from './lead-columns.ts'

const none = ''

const labels: Readonly<Record<LeadPart, string>> = {
  name: 'Name',
  lastName: 'Last name',
  email: 'Email',
  phone: 'Phone',
}

const parts = ['name', 'lastName', 'email', 'phone'] as const satisfies readonly LeadPart[]

export interface ColumnFieldsProps {
  head: readonly string[]
  columns: LeadColumns
  onChange: (columns: LeadColumns) => void
  /** The organization's own fields of leads. */
  own: readonly { key: string; label: string }[]
  ownColumns: OwnColumns
  onOwnChange: (columns: OwnColumns) => void
}

/** Which column of the file holds what. */
export function ColumnFields({ head, columns, onChange, own, ownColumns, onOwnChange }: ColumnFieldsProps) {
  const options = [
    { value: none, label: 'None' },
    ...head.map((text, at) => ({ value: String(at), label: text.trim() || `Column ${at + 1}` })),
  ]
  return (
    <div className="grid max-w-200 gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {parts.map((part) => (
        <SelectField
          key={part}
          label={labels[part]}
          optional={part !== 'name'}
          options={options}
          value={String(columns[part] ?? none)}
          onChange={(value) => onChange({ ...columns, [part]: value === none ? null : Number(value) })}
        />
      ))}
      {own.map(({ key, label }) => (
        <SelectField
          key={key}
          label={label}
          optional
          options={options}
          value={String(ownColumns[key] ?? none)}
          onChange={(value) => {
            const { [key]: _before, ...others } = ownColumns
            onOwnChange(value === none ? others : { ...others, [key]: Number(value) })
          }}
        />
      ))}
    </div>
  )
}
