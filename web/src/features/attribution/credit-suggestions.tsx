import { useQuery } from '@apollo/client/react'
import { useState } from 'react'
import { graphql } from '../../apollo/generated/index.ts'
import type { CreditSuggestionsQuery } from '../../apollo/generated/graphql.ts'
import { Button } from '../../components/button.tsx'
import { CallState } from '../../components/call-state.tsx'
import { DateTime } from '../../components/figures.tsx'
import { notify } from '../../components/notify.ts'
import { Skeleton, SkeletonGroup } from '../../components/skeleton.tsx'
import { creditRefusal } from './credit-refusal.ts'
import { useCredit } from './use-credit.ts'

const query = graphql(`
  query CreditSuggestions($id: ID!) {
    payment(id: $id) {
      id
      suggestions {
        score
        reasons
        lead {
          id
          fullName
        }
        event {
          id
          ...CallSummary_event @unmask
        }
      }
    }
  }
`)

type Suggestion = NonNullable<CreditSuggestionsQuery['payment']>['suggestions'][number]

export interface CreditSuggestionsProps {
  paymentId: string
  onChanged?: () => void
}

/** Calls that a payment without credit may be for, each with what speaks for it and a button that credits it. */
export function CreditSuggestions({ paymentId, onChanged }: CreditSuggestionsProps) {
  const { data, loading } = useQuery(query, { variables: { id: paymentId }, fetchPolicy: 'cache-and-network' })
  const credit = useCredit(onChanged)
  const [busy, setBusy] = useState<string | null>(null)
  const suggestions = data?.payment?.suggestions ?? []
  if (!data)
    return loading ? (
      <SkeletonGroup label="Looking for calls that it may be for">
        <div className="mt-4">
          <Skeleton widthPx={280} />
        </div>
      </SkeletonGroup>
    ) : null
  if (suggestions.length === 0)
    return <p className="mt-3 text-small text-fg-3">No call comes near it: choose one by hand.</p>
  const take = async (eventId: string, { reasons }: Suggestion) => {
    setBusy(eventId)
    try {
      await credit({
        paymentId,
        eventId,
        reason: `Suggestion: ${reasons.join('; ')}.`,
        clientMutationId: crypto.randomUUID(),
      })
    } catch (error) {
      notify.problem('The payment was not credited', { detail: creditRefusal(error).message })
    }
    setBusy(null)
  }
  return (
    <div className="mt-3">
      <h3 className="text-small font-medium text-fg-2">It may be for</h3>
      <ul aria-label="Suggested calls" className="mt-1 border-b border-line">
        {suggestions.map((suggestion) => {
          const { event, lead, reasons, score } = suggestion
          if (!event) return null
          const name = lead?.fullName ?? event.leadName
          return (
            <li
              key={event.id}
              className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 border-t border-line py-2"
            >
              <div className="min-w-0">
                <p className="flex flex-wrap items-baseline gap-x-2">
                  <span className="font-medium">{name}</span>
                  <span className="text-fg-2">
                    <DateTime at={event.scheduledAt} />
                    {event.closer && `, ${event.closer.name}`}
                  </span>
                  <CallState call={event} />
                </p>
                <p className="mt-0.5 text-small text-pretty text-fg-2">{reasons.join('. ')}.</p>
              </div>
              <div className="flex items-center gap-2">
                <span className="text-small text-fg-3 tabular-nums" title="How much speaks for it, of 100">
                  {score}
                </span>
                <Button
                  busy={busy === event.id}
                  aria-label={`Credit to the call with ${name}`}
                  onClick={() => void (busy === null && take(event.id, suggestion))}
                >
                  Credit
                </Button>
              </div>
            </li>
          )
        })}
      </ul>
    </div>
  )
}
