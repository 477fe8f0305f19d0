import { useQuery } from '@apollo/client/react'
import type { ReactNode } from 'react'
import { LoadError } from '../../apollo/load-error.tsx'
import type {
  DuplicateCall_EventFragment,
  EventLikeness,
  LikelyDuplicateCallsQuery,
} from '../../apollo/generated/graphql.ts'
import { Button, ButtonLink } from '../../components/button.tsx'
import { CallState } from '../../components/call-state.tsx'
import { EmptyState } from '../../components/empty-state.tsx'
import { DateTime } from '../../components/figures.tsx'
import { Facts } from '../../components/section.tsx'
import { SkeletonRows } from '../../components/skeleton.tsx'
import { TextLink } from '../../components/text-link.tsx'
import { callPath, callsTo, leadsTo } from '../../lib/page-search.ts'
import { likelyDuplicateCallsQuery } from './duplicate-mutations.ts'
import { useDuplicateActs, type DuplicateActs } from './use-duplicate-acts.ts'

type Call = DuplicateCall_EventFragment
type Pair = LikelyDuplicateCallsQuery['likelyDuplicateEvents'][number]

const reasons: Readonly<Record<EventLikeness, string>> = {
  LEAD: 'One lead, at overlapping or near times',
  EMAIL: 'Two leads, booked with the same email at overlapping or near times',
  PHONE: 'Two leads who share a phone number, at overlapping or near times',
}

/** Calls that may be one, side by side, each pair to be merged or told apart. */
export function DuplicateCalls() {
  const { data, error, refetch } = useQuery(likelyDuplicateCallsQuery, { fetchPolicy: 'cache-and-network' })
  const acts = useDuplicateActs()
  if (!data) {
    return error ? (
      <LoadError title="The calls did not load" error={error} onRetry={() => void refetch()} />
    ) : (
      <SkeletonRows rows={8} columns={4} label="Loading the calls that may be one" />
    )
  }
  const pairs = data.likelyDuplicateEvents
  if (pairs.length === 0) {
    return (
      <EmptyState
        title="No two calls look alike"
        actions={
          <ButtonLink to={callsTo({})} size="md">
            See all calls
          </ButtonLink>
        }
      >
        Two calls of one lead at overlapping or near times wait here, until you say whether they are one.
      </EmptyState>
    )
  }
  return (
    <ul aria-label="Calls that may be one" className="min-h-0 flex-1 divide-y divide-line overflow-y-auto">
      {pairs.map((pair) => (
        <PairOfCalls key={pair.id} pair={pair} acts={acts} />
      ))}
    </ul>
  )
}

function PairOfCalls({ pair: { likeness, one, other }, acts }: { pair: Pair; acts: DuplicateActs }) {
  const isOneLead = one.lead?.id === other.lead?.id
  // A call with a form took place: it is the one to keep.
  const [kept, copy] = other.postCallForm && !one.postCallForm ? [other, one] : [one, other]
  return (
    <li className="px-4 py-4 md:px-6" aria-label={`Two calls with ${one.leadName}`}>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-60">
          <h3 className="font-semibold">{one.leadName}</h3>
          <p className="text-small text-fg-2">{reasons[likeness]}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          {isOneLead ? (
            <Button
              aria-label={`Merge the two calls with ${one.leadName}`}
              onClick={() => void acts.merge(kept.id, copy.id, one.leadName)}
            >
              Merge
            </Button>
          ) : (
            <ButtonLink to={leadsTo({ tab: 'duplicates' })}>Merge the leads first</ButtonLink>
          )}
          <Button
            variant="quiet"
            aria-label={`The two calls with ${one.leadName} are not the same`}
            onClick={() => void acts.keepApart(one.id, other.id, one.leadName)}
          >
            Not the same
          </Button>
        </div>
      </div>
      <div className="mt-3 grid gap-x-8 gap-y-4 md:grid-cols-2">
        {[kept, copy].map((call) => (
          <CallOfPair
            key={call.id}
            call={call}
            other={call === kept ? copy : kept}
            role={isOneLead ? (call === kept ? 'Kept' : 'Its copy') : null}
          />
        ))}
      </div>
    </li>
  )
}

const Differs = ({ differs, children }: { differs: boolean; children: ReactNode }) => (
  <span className={differs ? 'font-medium' : 'text-fg-2'}>{children}</span>
)

function CallOfPair({ call, other, role }: { call: Call; other: Call; role: string | null }) {
  const text = (of: (call: Call) => string | null | undefined) => (
    <Differs differs={of(call) !== of(other)}>{of(call) ?? 'None'}</Differs>
  )
  return (
    <div className="min-w-0">
      <div className="mb-1 flex min-h-6 items-center gap-3">
        <TextLink to={callPath(call.id)}>
          <DateTime at={call.scheduledAt} />
        </TextLink>
        <CallState call={call} />
        {role && <span className="ml-auto text-small text-fg-3">{role}</span>}
      </div>
      <Facts
        facts={[
          { term: 'Booked', value: <DateTime at={call.bookedAt} /> },
          { term: 'Closer', value: text(({ closer, hostName }) => closer?.name ?? hostName) },
          { term: 'Setter', value: text(({ setter, setterName }) => setter?.name ?? setterName) },
          { term: 'Source', value: text(({ source, sourceName }) => source?.name ?? sourceName) },
          { term: 'Call type', value: text(({ callType }) => callType?.name) },
          { term: 'Email', value: text(({ leadEmail }) => leadEmail) },
          { term: 'Form', value: text(({ postCallForm }) => (postCallForm ? 'Filed' : null)) },
          { term: 'Payments', value: text(({ payments }) => (payments.length === 0 ? null : String(payments.length))) },
        ]}
      />
    </div>
  )
}
