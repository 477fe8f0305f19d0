import { Check, CircleDashed } from 'lucide-react'
import type { ReactNode } from 'react'
import { DateTime, RelativeTime, Unknown } from '../../components/figures.tsx'
import { type Fact, Facts, Section } from '../../components/section.tsx'
import { formatCount } from '../../lib/format-count.ts'
import { activationSteps } from './activation-steps.ts'
import { HealthMark, OrganizationStateMark, PlanMark } from './organization-marks.tsx'
import type { OrganizationRow } from './organization-row.ts'
import { countedWords, UsedOf } from './used-of.tsx'

/** What an organization is and how it stands. */
export function OrganizationFacts({ organization }: { organization: OrganizationRow }) {
  const {
    id,
    ownerName,
    ownerEmail,
    createdAt,
    lastActiveAt,
    timeZone,
    currency,
    trialEndsAt,
    stateReason,
    deleteAfter,
  } = organization
  const facts: Fact[] = [
    { term: 'State', value: <OrganizationStateMark organization={organization} /> },
    ...(stateReason === null ? [] : [{ term: 'Why', value: stateReason }]),
    ...(deleteAfter === null ? [] : [{ term: 'Deleted after', value: <DateTime at={deleteAfter} /> }]),
    { term: 'Plan', value: <PlanMark organization={organization} /> },
    ...(trialEndsAt === null ? [] : [{ term: 'Trial until', value: <DateTime at={trialEndsAt} /> }]),
    {
      term: 'Owner',
      value: ownerEmail === null ? 'Nobody yet: they have not accepted' : `${ownerName ?? ''}, ${ownerEmail}`,
    },
    { term: 'Made', value: <DateTime at={createdAt} /> },
    {
      term: 'Last active',
      value:
        lastActiveAt === null ? (
          <Unknown reason="Nobody has changed anything yet" />
        ) : (
          <RelativeTime at={lastActiveAt} />
        ),
    },
    { term: 'Reports in', value: `${currency}, ${timeZone}` },
    { term: 'Id', value: <span className="font-mono text-micro text-fg-2">{id}</span> },
  ]
  return (
    <Section title="Facts">
      <div className="mt-2">
        <Facts facts={facts} />
      </div>
    </Section>
  )
}

interface UsageFigure {
  label: string
  figure: ReactNode
}

/** How much of what its plan allows is used, and how much there is of everything. */
export function OrganizationUsage({
  organization: { usage, events, forms, payments },
}: {
  organization: OrganizationRow
}) {
  const figures: UsageFigure[] = [
    { label: 'Seats', figure: <UsedOf used={usage.seatsUsed} limit={usage.seats} /> },
    { label: 'Imports this month', figure: <UsedOf used={usage.importsUsed} limit={usage.imports} /> },
    { label: 'Calls', figure: countedWords(events) },
    { label: 'Forms', figure: countedWords(forms) },
    { label: 'Payments', figure: countedWords(payments) },
  ]
  return (
    <dl aria-label="Usage" className="-ml-px grid grid-cols-2 overflow-hidden lg:grid-cols-5">
      {figures.map(({ label, figure }) => (
        <div
          key={label}
          className="min-h-20 border-b last:max-lg:col-span-2 border-l border-line py-3.5 pr-4 pl-4 md:pl-6"
        >
          <dt className="text-small font-medium text-fg-2">{label}</dt>
          <dd className="mt-1 text-figure font-semibold tracking-(--track-figure) whitespace-nowrap">{figure}</dd>
        </div>
      ))}
    </dl>
  )
}

/** The first steps, each with its day. */
export function OrganizationSteps({ organization }: { organization: OrganizationRow }) {
  return (
    <Section title="First steps">
      <ol className="mt-2 leading-7">
        {activationSteps(organization).map(({ label, at }) => (
          <li key={label} className="flex items-center gap-2">
            {at === null ? (
              <CircleDashed aria-hidden size={14} strokeWidth={1.75} className="text-fg-3" />
            ) : (
              <Check aria-hidden size={14} strokeWidth={2} className="text-good" />
            )}
            <span className={at === null ? 'text-fg-2' : undefined}>{label}</span>
            <span className="ml-auto text-small text-fg-3">{at === null ? 'Not yet' : <DateTime at={at} />}</span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

/** What became of its webhooks in seven days. */
export function OrganizationWebhooks({ organization }: { organization: OrganizationRow }) {
  const { deliveries } = organization
  return (
    <Section
      title="Webhooks"
      beside={<span className="text-fg-3">last 7 days</span>}
      action={<HealthMark organization={organization} />}
    >
      <div className="mt-2">
        <Facts
          facts={[
            { term: 'Arrived', value: countedWords(deliveries.deliveries) },
            { term: 'Refused', value: formatCount(deliveries.refused) },
            { term: 'Failed', value: formatCount(deliveries.failed) },
            { term: 'Parked', value: formatCount(deliveries.parked) },
            { term: 'Held', value: formatCount(deliveries.held) },
          ]}
        />
      </div>
    </Section>
  )
}
