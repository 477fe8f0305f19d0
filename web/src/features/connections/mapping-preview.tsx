import { skipToken, useQuery } from '@apollo/client/react'
import { Link } from 'react-router'
import { graphql } from '../../apollo/generated/index.ts'
import type { FieldMappingInput, MappingPreviewQuery } from '../../apollo/generated/graphql.ts'
import { readError } from '../../apollo/read-error.ts'
import { CompactTable } from '../../components/compact-table.tsx'
import type { Column } from '../../components/data-table/column.ts'
import { FormProblem } from '../../components/form-problem.tsx'
import { SkeletonRows } from '../../components/skeleton.tsx'
import { callPath } from '../../lib/page-search.ts'
import { useSettled } from '../../lib/use-settled.ts'
import { inputOfMapping, mappingSchema, type MappingDraft } from './mapping-draft.ts'

const previewQuery = graphql(`
  query MappingPreview($connectionId: ID!, $mapping: FieldMappingInput!) {
    mappingPreview(connectionId: $connectionId, mapping: $mapping) {
      bookings {
        id
        leadName
        bookedAt
        setter {
          name
          known
        }
        source {
          name
          known
        }
        trafficType {
          name
          known
        }
      }
    }
  }
`)

type Booking = NonNullable<MappingPreviewQuery['mappingPreview']>['bookings'][number]

function Said({ name }: { name: { name: string; known: boolean } | null }) {
  if (!name) return <span className="text-fg-3">None</span>
  if (name.known) return <>{name.name}</>
  return (
    <span className="text-warn" title="The roster does not know this name">
      {name.name}
      <span className="sr-only">, not known</span>
    </span>
  )
}

const columns: readonly Column<Booking>[] = [
  {
    id: 'lead',
    header: 'Booking',
    width: 132,
    cell: ({ id, leadName }) => (
      <Link to={callPath(id)} className="rounded-xs hover:underline">
        {leadName}
      </Link>
    ),
  },
  { id: 'setter', header: 'Setter', width: 116, cell: ({ setter }) => <Said name={setter} /> },
  { id: 'source', header: 'Source', width: 104, cell: ({ source }) => <Said name={source} /> },
  {
    id: 'trafficType',
    header: 'Traffic type',
    width: 96,
    drop: 1,
    cell: ({ trafficType }) => <Said name={trafficType} />,
  },
]

/** The latest bookings of a connection, as they come out by the mapping that is being edited. */
export function MappingPreview({ connectionId, mapping }: { connectionId: string; mapping: MappingDraft }) {
  const checked = mappingSchema.safeParse(mapping)
  // As text, so that the same mapping edited there and back is the same.
  const said = useSettled(checked.success ? JSON.stringify(inputOfMapping(checked.data)) : null, 250)
  const { data, previousData, error } = useQuery(
    previewQuery,
    said === null
      ? skipToken
      : { variables: { connectionId, mapping: JSON.parse(said) as FieldMappingInput }, fetchPolicy: 'no-cache' },
  )
  const bookings = (data ?? previousData)?.mappingPreview?.bookings
  return (
    <section aria-label="Preview" className="min-w-0" aria-busy={data === undefined || undefined}>
      <h3 className="text-small font-medium text-fg-2">The latest bookings, as they come out by this</h3>
      {bookings === undefined ? (
        error ? (
          <FormProblem message={readError(error).title} />
        ) : (
          <SkeletonRows rows={6} columns={3} label="Loading the preview" />
        )
      ) : bookings.length === 0 ? (
        <p className="mt-2 text-fg-3">No booking has come in yet.</p>
      ) : (
        <>
          <CompactTable label="Preview of the mapping" columns={columns} rows={bookings} rowId={({ id }) => id} />
          {bookings.some(({ setter, source, trafficType }) =>
            [setter, source, trafficType].some((name) => name && !name.known),
          ) && (
            <p className="mt-2 text-small text-fg-3">
              A name in <span className="text-warn">this color</span> is not known: it waits under Team, Names to
              resolve.
            </p>
          )}
        </>
      )}
    </section>
  )
}
