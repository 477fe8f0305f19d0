import { useQuery } from '@apollo/client/react'
import { Fragment } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { Money } from '../../components/figures.tsx'
import { formatCount } from '../../lib/format-count.ts'

const mergePreviewQuery = graphql(`
  query MergePreview($survivorId: ID!, $mergedId: ID!) {
    leadMergePreview(survivorId: $survivorId, mergedId: $mergedId) {
      calls
      payments
      emails
      phones
      money {
        amount
        currency
      }
    }
  }
`)

const counted = (count: number, noun: string): string => `${formatCount(count)} ${noun}${count === 1 ? '' : 's'}`

/** What would move to the survivor, in a sentence. */
export function MergePreview({ survivorId, mergedId, name }: { survivorId: string; mergedId: string; name: string }) {
  const { data, error } = useQuery(mergePreviewQuery, {
    variables: { survivorId, mergedId },
    fetchPolicy: 'network-only',
  })
  const preview = data?.leadMergePreview
  if (error) return <p className="text-bad">{readError(error).title}</p>
  if (preview === null) return <p className="text-bad">One of the two is not there any more.</p>
  if (!preview) return <p className="text-fg-3">Looking at what would move…</p>
  const addresses = [...preview.emails, ...preview.phones]
  return (
    <p className="text-pretty text-fg-2">
      {counted(preview.calls, 'call')} and {counted(preview.payments, 'payment')}
      {preview.money.map((money) => (
        <Fragment key={money.currency}>
          {' '}
          (<Money value={money} />)
        </Fragment>
      ))}{' '}
      move to {name}
      {addresses.length > 0 && `, with ${addresses.join(' and ')}`}. Payments are credited anew by the rules, except
      those that a person credited. It can be undone.
    </p>
  )
}
