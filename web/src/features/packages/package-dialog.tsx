import { useMutation } from '@apollo/client/react'
import type { PackageRow_PackageFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { refusalOf } from '../../apollo/read-error.ts'
import { Dialog } from '../../components/dialog.tsx'
import { notify } from '../../components/notify.ts'
import type { FormResult } from '../../lib/form-result.ts'
import { useNamedAct } from '../../lib/use-named-act.ts'
import { PackageForm } from './package-form.tsx'
import { apiFields, emptyPackage, fieldOf, toPackageInput, valuesOf, type PackageValues } from './package-values.ts'

const createMutation = graphql(`
  mutation CreatePackage($input: CreatePackageInput!) {
    createPackage(input: $input) {
      package {
        id
      }
    }
  }
`)

const updateMutation = graphql(`
  mutation UpdatePackage($input: UpdatePackageInput!) {
    updatePackage(input: $input) {
      package {
        ...PackageRow_package @unmask
      }
    }
  }
`)

const sent = async (work: Promise<unknown>): Promise<FormResult<keyof PackageValues>> => {
  try {
    await work
    return { ok: true }
  } catch (error) {
    const refusal = refusalOf(error, apiFields)
    if (refusal.ok || refusal.field === undefined) return refusal.ok ? refusal : { ok: false, message: refusal.message }
    return { ok: false, message: refusal.message, field: fieldOf[refusal.field] }
  }
}

export interface PackageDialogProps {
  /** The one to change; null to add one. */
  row: PackageRow_PackageFragment | null
  /** What the organization reports in. */
  currency: string
  /** The list is to be read anew. */
  onSaved: () => void
  onClose: () => void
}

/** Adds or changes what is sold. */
export function PackageDialog({ row, currency, onSaved, onClose }: PackageDialogProps) {
  const [create] = useMutation(createMutation)
  const [update] = useMutation(updateMutation)
  const named = useNamedAct()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={row ? row.name : 'Add a package'}
      description={
        row
          ? 'What was paid for it stays as it was.'
          : 'What you sell. Closers choose it on the form, and payments are filtered by it.'
      }
      actions={null}
    >
      <PackageForm
        values={row ? valuesOf(row) : emptyPackage(currency)}
        submitLabel={row ? 'Save' : 'Add package'}
        onSend={(values) => {
          const input = toPackageInput(values)
          return sent(
            row
              ? update({ variables: { input: named({ ...input, id: row.id }) } })
              : create({ variables: { input: named(input) } }),
          )
        }}
        onCancel={onClose}
        onDone={() => {
          notify.done(row ? 'The package was saved' : 'The package was added')
          onSaved()
          onClose()
        }}
      />
    </Dialog>
  )
}
