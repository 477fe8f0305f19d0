import { useQuery } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { FormHistoryQuery } from '../../apollo/generated/graphql.ts'
import { LoadError } from '../../apollo/load-error.tsx'
import { DateTime } from '../../components/figures.tsx'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { changesBetween, toldOf, type Change } from './told-form.ts'

const historyQuery = graphql(`
  query FormHistory($id: ID!) {
    event(id: $id) {
      id
      postCallForm {
        id
        versions {
          id
          version
          submittedAt
          submittedByName
          answers {
            callOccurred
            leadShowed
            offerMade
            dealClosed
            resolution
            paymentType
            cashCollected {
              amount
              currency
            }
            package {
              ...PackageParts_package @unmask
            }
            callOutcome {
              ...CallOutcomeParts_outcome @unmask
            }
            opportunityStatus {
              ...OpportunityStatusParts_status @unmask
            }
            notes
            fields {
              ...FieldValueParts_value @unmask
            }
            definition {
              ...FormDefinitionParts_definition @unmask
            }
          }
        }
      }
    }
  }
`)

export type FormVersion = NonNullable<NonNullable<FormHistoryQuery['event']>['postCallForm']>['versions'][number]

/** Every version of a call's form, fetched when it is looked at. */
export function FormHistory({ eventId, version }: { eventId: string; version: number }) {
  const { data, error, refetch } = useQuery(historyQuery, {
    variables: { id: eventId },
    fetchPolicy: 'cache-and-network',
  })
  const versions = data?.event?.postCallForm?.versions
  if (versions) return <VersionHistory versions={versions} />
  if (error) return <LoadError title="The history did not load" error={error} onRetry={() => void refetch()} />
  return (
    <SkeletonGroup label="Loading the history">
      <div className="flex flex-col gap-3 py-2">
        {Array.from({ length: version }, (_, at) => (
          <Skeleton key={at} widthPx={240} />
        ))}
      </div>
    </SkeletonGroup>
  )
}

/** Versions of a form, the newest first: who filed each, when, and what they changed. */
export function VersionHistory({ versions }: { versions: readonly FormVersion[] }) {
  const { locale } = useFormatSettings()
  return (
    <ol aria-label="Versions" className="mt-1 border-t border-line">
      {versions.map((version, at) => {
        const before = versions[at + 1]
        return (
          <li key={version.id} className="border-b border-line py-1.5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="text-fg-2">
                {version.version === 1 ? 'Filed' : 'Amended'} by {version.submittedByName}
              </span>
              <DateTime at={version.submittedAt} />
            </p>
            {before ? (
              <Changes changes={changesBetween(before.answers, version.answers, locale)} />
            ) : (
              <p>{toldOf(version.answers, locale).sentence}</p>
            )}
          </li>
        )
      })}
    </ol>
  )
}

function Changes({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return <p>Filed again, without a change.</p>
  return (
    <dl>
      {changes.map(({ id, label, before, after }) => (
        <div key={id} className="break-words">
          <dt className="inline">{label}: </dt>
          <dd className="inline">
            {before === null ? (
              <span className="text-fg">{after}</span>
            ) : after === null ? (
              <>
                <del>{before}</del> <span className="text-fg">taken out</span>
              </>
            ) : (
              <>
                <del>{before}</del> <ins className="text-fg no-underline">{after}</ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
