import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../../apollo/generated/index.ts'
import type { CustomFieldSubject } from '../../../apollo/generated/graphql.ts'
import { readError } from '../../../apollo/read-error.ts'
import { ErrorState } from '../../../components/error-state.tsx'
import { KeptList } from '../../../components/kept-list.tsx'
import { SkeletonRows } from '../../../components/skeleton.tsx'
import type { WireField } from '../../../features/fields/field-parts.ts'
import { FieldSummary } from '../../../features/fields/field-summary.tsx'
import { useFieldChanges } from '../../../features/fields/use-field-changes.ts'
import { onDemand } from '../../../lib/on-demand.tsx'

const FieldDialog = onDemand(async () => (await import('../../../features/fields/field-dialog.tsx')).FieldDialog)

const fieldsQuery = graphql(`
  query SettingsCustomFields {
    LEAD: customFields(subject: LEAD, includeRetired: true) {
      ...CustomFieldParts_field @unmask
      usedBy
    }
    EVENT: customFields(subject: EVENT, includeRetired: true) {
      ...CustomFieldParts_field @unmask
      usedBy
    }
    PAYMENT: customFields(subject: PAYMENT, includeRetired: true) {
      ...CustomFieldParts_field @unmask
      usedBy
    }
  }
`)

const lists = [
  {
    subject: 'LEAD',
    title: 'Lead fields',
    about: 'What you want to know of a lead, whoever booked them and however often.',
  },
  {
    subject: 'EVENT',
    title: 'Call fields',
    about: 'What you want to know of a single call. What closers file stands on their form.',
  },
  {
    subject: 'PAYMENT',
    title: 'Payment fields',
    about: 'What you want to know of a payment, beside what its processor tells.',
  },
] as const satisfies readonly { subject: CustomFieldSubject; title: string; about: string }[]

const idOf = ({ id }: { id: string }): string => id
const nameOf = ({ label }: { label: string }): string => label

/** The organization's own fields of leads, calls and payments. */
export function CustomFieldsTab() {
  const { data, error, refetch, client } = useQuery(fieldsQuery, { fetchPolicy: 'cache-and-network' })
  const reload = async () => {
    // What pages know of the fields in use is read anew where it is shown next.
    client.cache.evict({ id: 'ROOT_QUERY', fieldName: 'customFields' })
    await refetch()
  }
  const changesOf = useFieldChanges(reload)
  const [open, setOpen] = useState<{ subject: CustomFieldSubject; field: WireField | null } | null>(null)
  if (!data) {
    if (error) return <ErrorState {...readError(error)} onRetry={() => void refetch()} />
    return <SkeletonRows rows={8} columns={3} label="Loading the fields" />
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      <div className="divide-y divide-line">
        {lists.map(({ subject, title, about }) => (
          <KeptList
            key={subject}
            title={title}
            about={about}
            addLabel="Add a field"
            emptyText="No fields yet."
            rows={data[subject].filter(({ retiredAt }) => retiredAt === null)}
            retired={data[subject].filter(({ retiredAt }) => retiredAt !== null)}
            rowId={idOf}
            rowName={nameOf}
            onSort={changesOf(subject).sort}
            onAdd={() => setOpen({ subject, field: null })}
            onEdit={(field) => setOpen({ subject, field })}
            onRetire={changesOf(subject).retire}
            onRestore={changesOf(subject).restore}
          >
            {(field) => <FieldSummary field={field} />}
          </KeptList>
        ))}
      </div>
      {open && <FieldDialog {...open} onSaved={() => void reload()} onClose={() => setOpen(null)} />}
    </div>
  )
}
