import type { FragmentType } from '@apollo/client/masking'
import { useFragment } from '@apollo/client/react'
import type { ReactNode } from 'react'
import type { ReportState_PaymentFragment } from '../../apollo/generated/graphql.ts'
import { graphql } from '../../apollo/generated/index.ts'
import { Button } from '../../components/button.tsx'
import { DateTime } from '../../components/figures.tsx'
import { Section } from '../../components/section.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { formatMoney } from '../../lib/format-money.ts'
import { paymentPath, reconciliationTo } from '../../lib/page-search.ts'
import { useMay } from '../../lib/viewer.ts'
import { decisionWords, methodWords } from './reconciliation-words.ts'
import { useDecide } from './use-decide.ts'

const fragment = graphql(`
  fragment ReportState_payment on Payment {
    id
    origin
    reconciliation
    matchedPayment {
      id
      amount {
        amount
        currency
      }
    }
    report {
      id
      reconciliation
      amount {
        amount
        currency
      }
      closer {
        id
        name
      }
    }
    reportDecisions {
      id
      kind
      method
      reason
      decidedBy
      decidedAt
    }
  }
`)

type State = ReportState_PaymentFragment

/** How reported cash was reconciled, and what was ever decided of it; of a payment, which report it stands for. */
export function ReportState({
  payment,
  onChanged,
}: {
  payment: FragmentType<ReportState_PaymentFragment>
  onChanged: () => void
}) {
  const { data, complete } = useFragment({ fragment, from: payment })
  const mayWrite = useMay('WRITE_PAYMENTS')
  const decide = useDecide(onChanged)
  if (!complete || (data.origin !== 'FORM' && !data.report)) return null
  const reportId = data.origin === 'FORM' ? data.id : data.report?.id
  const decided = data.origin === 'FORM' ? data.reconciliation !== null : data.report?.reconciliation === 'MATCHED'
  const byRule = !decided && (data.matchedPayment !== null || data.report !== null)
  return (
    <Section
      title="Reported cash"
      action={
        mayWrite &&
        reportId && (
          <>
            {decided && (
              <Button busy={decide.busy} onClick={() => decide.reopen(reportId)}>
                Undo
              </Button>
            )}
            {byRule && (
              <Button busy={decide.busy} onClick={() => decide.keepApart(reportId)}>
                Keep apart
              </Button>
            )}
          </>
        )
      }
    >
      <p className="mt-1 text-pretty">{inWords(data)}</p>
      <Decisions decisions={data.reportDecisions} />
    </Section>
  )
}

function inWords({ origin, reconciliation, matchedPayment, report }: State): ReactNode {
  if (origin !== 'FORM') {
    if (!report) return null
    const by = report.reconciliation === 'MATCHED' ? 'A person matched it with' : 'It stands for'
    return (
      <>
        {by} the{' '}
        <TextLink quiet to={paymentPath(report.id)}>
          {formatMoney(report.amount)}
        </TextLink>{' '}
        that {report.closer?.name ?? 'the closer'} reported: the two count once.
      </>
    )
  }
  if (matchedPayment) {
    return (
      <>
        {reconciliation === 'MATCHED' ? 'A person matched it with' : 'Taken for the same money as'} the{' '}
        <TextLink quiet to={paymentPath(matchedPayment.id)}>
          {formatMoney(matchedPayment.amount)}
        </TextLink>{' '}
        that came in: that counts, this does not.
      </>
    )
  }
  if (reconciliation === 'CONFIRMED') return 'Confirmed as paid off-platform: it counts.'
  if (reconciliation === 'KEPT_APART') return 'Kept apart from what came in: it counts.'
  if (reconciliation === 'REJECTED') return 'Rejected: it counts nowhere.'
  return (
    <>
      No payment stands for it yet: it counts as it was reported.{' '}
      <TextLink to={reconciliationTo({})}>Reconcile it</TextLink>
    </>
  )
}

function Decisions({ decisions }: { decisions: State['reportDecisions'] }) {
  if (decisions.length === 0) return null
  return (
    <ol aria-label="What was decided, newest first" className="mt-2 flex flex-col gap-1">
      {decisions.map(({ id, kind, method, reason, decidedBy, decidedAt }) => (
        <li key={id} className="flex flex-wrap gap-x-3">
          <span className="text-fg-3">
            <DateTime at={decidedAt} />
          </span>
          <span className="min-w-0">
            {decisionWords[kind]}
            {method && `: ${methodWords[method].toLowerCase()}`}
            {reason && <span className="text-fg-2"> “{reason}”</span>}
          </span>
          <span className="text-fg-3">{decidedBy}</span>
        </li>
      ))}
    </ol>
  )
}
