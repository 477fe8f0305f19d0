import { useQuery } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { readError } from '../../apollo/read-error.ts'
import { Button } from '../../components/button.tsx'
import { CopyButton, ErrorState } from '../../components/error-state.tsx'
import { DateTime } from '../../components/figures.tsx'
import { Facts, Section } from '../../components/section.tsx'
import { SidePanel, type SidePanelProps } from '../../components/side-panel.tsx'
import { SkeletonRows } from '../../components/skeleton.tsx'
import { deliveryLooks } from '../../components/delivery-looks.ts'
import { Status } from '../../components/status.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { callPath, leadPath, paymentPath } from '../../lib/page-search.ts'
import { DeliveryBody } from './delivery-body.tsx'
import { providerWords } from './provider-words.ts'
import type { Replay } from './use-replay.ts'

const deliveryQuery = graphql(`
  query DeliveryPanel($id: ID!) {
    delivery(id: $id) {
      id
      kind
      state
      answer
      attempts
      repeats
      error
      result
      hasBody
      body
      bodyRemovedAt
      dedupeKey
      touched {
        kind
        id
        name
      }
      interpreted {
        summary
        message
      }
      receivedAt
      finishedAt
      requestId
      remoteAddress
      connection {
        id
        name
        provider
      }
    }
  }
`)

export interface DeliveryPanelProps extends Pick<SidePanelProps, 'onClose' | 'onPrevious' | 'onNext'> {
  id: string
  /** The kind, where the list knows it before the rest has come. */
  kind?: string
  replay: Replay
}

/** One delivery: what became of it in words, how it arrived, and its body as it is kept. */
export function DeliveryPanel({ id, kind, replay: { replay, busyIds }, ...panel }: DeliveryPanelProps) {
  const { data, error, refetch } = useQuery(deliveryQuery, { variables: { id } })
  const delivery = data?.delivery
  if (!delivery) {
    return (
      <SidePanel {...panel} title={kind ?? 'Delivery'}>
        {error || data ? (
          <ErrorState
            {...(error
              ? readError(error)
              : { title: 'There is no such delivery', advice: 'The link may be for another organization.' })}
            onRetry={error && (() => void refetch())}
          />
        ) : (
          <SkeletonRows rows={8} columns={2} label="Loading the delivery" />
        )}
      </SidePanel>
    )
  }
  const { connection } = delivery
  return (
    <SidePanel
      {...panel}
      title={delivery.kind}
      subtitle={
        <>
          {providerWords[connection.provider].name} {connection.name}, <DateTime at={delivery.receivedAt} />
        </>
      }
    >
      <div className="px-4 py-4 md:px-6">
        <Status looks={deliveryLooks} value={delivery.state} />
        {(delivery.error ?? delivery.result) && (
          <p className={`mt-1 text-pretty break-words ${delivery.error ? 'font-medium' : ''}`}>
            {delivery.error ?? delivery.result}
          </p>
        )}
        {delivery.hasBody ? (
          <div className="mt-3 flex flex-wrap items-center gap-3">
            <Button
              variant={delivery.state === 'PARKED' ? 'primary' : 'secondary'}
              busy={busyIds.has(id)}
              onClick={() => void replay(delivery)}
            >
              Replay
            </Button>
            <span className="text-small text-fg-3">What it did before does not happen twice.</span>
          </div>
        ) : (
          <p className="mt-2 text-small text-pretty text-fg-2">
            {delivery.bodyRemovedAt ? (
              <>
                Its body was removed on <DateTime at={delivery.bodyRemovedAt} />, when it was older than your
                organization keeps bodies. What it did stays; it cannot be replayed.
              </>
            ) : (
              'The body of a refused delivery is not kept, so that it cannot be replayed. The provider sends it again for a while; mend what is the matter, and the next try is let in.'
            )}
          </p>
        )}
      </div>
      {delivery.touched.length > 0 && <Touched records={delivery.touched} />}
      <Section title="How it arrived">
        <div className="mt-2">
          <Facts
            facts={[
              { term: 'Answered', value: `HTTP ${delivery.answer}` },
              { term: 'Tries', value: formatCount(delivery.attempts) },
              { term: 'Sent again', value: delivery.repeats === 0 ? 'Never' : timesWords(delivery.repeats) },
              ...(delivery.finishedAt ? [{ term: 'Done', value: <DateTime at={delivery.finishedAt} /> }] : []),
              ...(delivery.dedupeKey
                ? [
                    {
                      term: 'Known by',
                      value: <span className="font-mono text-small break-all">{delivery.dedupeKey}</span>,
                    },
                  ]
                : []),
              ...(delivery.remoteAddress ? [{ term: 'From', value: delivery.remoteAddress }] : []),
              {
                term: 'Request',
                value: (
                  <>
                    <span className="mr-2 font-mono text-small break-all">{delivery.requestId}</span>
                    <CopyButton text={delivery.requestId} />
                  </>
                ),
              },
            ]}
          />
        </div>
      </Section>
      {delivery.body !== null && <DeliveryBody body={delivery.body} interpreted={delivery.interpreted} />}
    </SidePanel>
  )
}

const timesWords = (count: number): string => (count === 1 ? 'Once' : `${formatCount(count)} times`)

const pathOf = { EVENT: callPath, LEAD: leadPath, PAYMENT: paymentPath } as const
const kindWords = { EVENT: 'Call', LEAD: 'Lead', PAYMENT: 'Payment' } as const

/** The records that it made or changed. */
function Touched({ records }: { records: readonly { kind: keyof typeof pathOf; id: string; name: string }[] }) {
  return (
    <Section title="What it changed">
      <div className="mt-2">
        <Facts
          facts={records.map(({ kind, id, name }) => ({
            term: kindWords[kind],
            value: <TextLink to={pathOf[kind](id)}>{name}</TextLink>,
          }))}
        />
      </div>
    </Section>
  )
}
