import { Lock } from 'lucide-react'
import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { CreditHistory_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { DateTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { PlainWords } from './plain-words.tsx'

const fragment = graphql(`
  fragment CreditHistory_payment on Payment {
    id
    attribution {
      history {
        id
        method
        summary
        reason
        decidedAt
        decidedByName
        locked
      }
    }
  }
`)

/** Every decision ever made of a payment's credit, the newest first. */
export function CreditHistory({ payment }: { payment: FragmentType<CreditHistory_PaymentFragment> }) {
  const { data, complete } = useFragment({ fragment, from: payment })
  if (!complete) return null
  const { history } = data.attribution
  if (history.length === 0) return null
  return (
    <Section title="History of the credit" count={history.length}>
      <div className="@container">
        <ol aria-label="Decisions, newest first" className="mt-2 flex flex-col gap-3">
          {history.map(({ id, summary, reason, decidedAt, decidedByName, locked }) => (
            <li key={id} className="grid gap-x-4 @lg:grid-cols-[120px_minmax(0,1fr)_auto]">
              <span className="text-fg-3 @max-lg:text-small">
                <DateTime at={decidedAt} />
                <span className="@lg:hidden">, {decidedByName}</span>
              </span>
              <div className="min-w-0">
                <p className="text-pretty">
                  <PlainWords>{summary}</PlainWords>
                </p>
                {reason && <p className="text-pretty text-fg-2">“{reason}”</p>}
              </div>
              <span className="flex items-start gap-1 text-fg-3 @max-lg:hidden">
                {locked && <Lock aria-label="Locked" size={12} strokeWidth={1.75} className="mt-1" />}
                {decidedByName}
              </span>
            </li>
          ))}
        </ol>
      </div>
    </Section>
  )
}
