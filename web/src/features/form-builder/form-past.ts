import type { FieldKind } from '@clinch/schema/fields'
import type { FormPast, PastOption } from '@clinch/schema/forms'
import type { SavedForm } from './saved-form.ts'

/** What the form has or once had, as far as its versions are known. The newest of them is in force. */
export function pastOf(versions: readonly SavedForm[]): FormPast {
  const kinds = new Map<string, FieldKind>()
  const options = new Map<string, Map<string, PastOption>>()
  const inForce = Math.max(...versions.map(({ version }) => version))
  for (const { version, definition } of versions.toSorted((one, other) => one.version - other.version)) {
    for (const field of definition.fields) {
      kinds.set(field.key, field.kind)
      const ofField = options.get(field.key) ?? new Map<string, PastOption>()
      for (const { key, label } of field.options) ofField.set(key, { label, inForce: version === inForce })
      options.set(field.key, ofField)
    }
  }
  return { kinds, options }
}
