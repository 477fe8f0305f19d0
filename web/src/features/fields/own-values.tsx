import { useState } from 'react'
import type { CustomFieldSubject } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import { Facts, Section } from '../../components/section.tsx'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { onDemand } from '../../lib/on-demand.tsx'
import type { WireValue } from './field-parts.ts'
import { useCustomFields } from './use-custom-fields.ts'
import { ValueWords } from './value-words.tsx'

const ValuesDialog = onDemand(async () => (await import('./values-dialog.tsx')).ValuesDialog)

export interface OwnValuesProps {
  subject: CustomFieldSubject
  /** The lead, call or payment, by its id and in words. */
  id: string
  name: string
  values: readonly WireValue[]
  mayChange: boolean
  /** What was written may change lists. */
  onChanged?: () => void
}

/** What a lead, a call or a payment has of the organization's own fields. Nothing at all where there are none. */
export function OwnValues({ subject, id, name, values, mayChange, onChanged }: OwnValuesProps) {
  const fields = useCustomFields(subject)
  const { locale } = useFormatSettings()
  const [editing, setEditing] = useState(false)
  if (fields.length === 0 && values.length === 0) return null
  const used = new Set(fields.map(({ key }) => key))
  const byKey = new Map(values.map((value) => [value.key, value]))
  const facts = [
    ...fields.map(({ key, label }) => ({ term: label, value: byKey.get(key) ?? null })),
    ...values.filter(({ key }) => !used.has(key)).map((value) => ({ term: value.label, value })),
  ]
  return (
    <Section
      title="Custom fields"
      action={mayChange && fields.length > 0 && <Button onClick={() => setEditing(true)}>Edit fields</Button>}
    >
      <div className="mt-1">
        <Facts
          facts={facts.map(({ term, value }) => ({
            term,
            value: value ? <ValueWords value={value} locale={locale} /> : <span className="text-fg-3">None</span>,
          }))}
        />
      </div>
      {editing && (
        <ValuesDialog
          subject={subject}
          id={id}
          name={name}
          fields={fields}
          values={values}
          onSaved={() => onChanged?.()}
          onClose={() => setEditing(false)}
        />
      )}
    </Section>
  )
}
