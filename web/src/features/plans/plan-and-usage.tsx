import type { FragmentType } from '@apollo/client'
import { useFragment } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { DateTime } from '../../components/figures.tsx'
import { Meter } from '../../components/meter.tsx'
import { Section } from '../../components/section.tsx'
import { formatDate } from '../../lib/format-date.ts'
import { useFormatSettings } from '../../lib/format-settings.ts'
import { useNow } from '../../lib/use-now.ts'
import { PlanTable, type Offer } from './plan-table.tsx'
import { planNames } from './plan-words.ts'
import { daysLeft } from './trial-left.ts'

const organizationFragment = graphql(`
  fragment PlanAndUsage_organization on Organization {
    id
    name
    plan
    trialEndsAt
    readOnly
    usage {
      seatsUsed
      seats
      importsUsed
      imports
      importsResetAt
      sessionsAtOnce
    }
  }
`)

export interface PlanAndUsageProps {
  organization: FragmentType<typeof organizationFragment>
  offers: readonly Offer[]
  /** To whom to write for another plan; null where the platform names nobody. */
  supportEmail: string | null
}

/** Which plan it is, how much of it is used, and what the others are. */
export function PlanAndUsage({ organization: from, offers, supportEmail }: PlanAndUsageProps) {
  const { data: organization, complete } = useFragment({ fragment: organizationFragment, from })
  const { locale } = useFormatSettings()
  if (!complete) return null
  const { plan, usage } = organization
  const resetDay = formatDate(usage.importsResetAt, { locale, timeZone: 'UTC' })
  return (
    <div className="divide-y divide-line">
      <Section title="Your plan">
        <p className="mt-1 text-figure font-semibold tracking-(--track-figure)">{planNames[plan]}</p>
        <TrialLine trialEndsAt={organization.trialEndsAt} readOnly={organization.readOnly} />
        <div className="mt-5 grid gap-x-10 gap-y-6 md:grid-cols-3">
          <Meter
            label="Seats"
            used={usage.seatsUsed}
            limit={usage.seats}
            note="A seat is a member. Reps who come by a portal link take none."
          />
          <Meter
            label="Imports this month"
            used={usage.importsUsed}
            limit={usage.imports}
            note={`Begins anew on ${resetDay}, at midnight UTC.`}
          />
          <div>
            <div className="flex items-baseline justify-between gap-3">
              <span className="font-medium">Sessions at once</span>
              <span className="text-fg-2">
                {usage.sessionsAtOnce === null ? 'Any number' : `${usage.sessionsAtOnce} a person`}
              </span>
            </div>
            <p className="mt-1.5 text-small text-fg-3">
              {usage.sessionsAtOnce === null
                ? 'Everybody may be signed in on all their devices.'
                : 'Signing in on another device ends the session before.'}
            </p>
          </div>
        </div>
      </Section>
      <Section title="The plans">
        <p className="mt-1 mb-4 text-pretty text-fg-2">
          <ChangeLine name={organization.name} supportEmail={supportEmail} />
        </p>
        <PlanTable offers={offers} current={plan} />
      </Section>
    </div>
  )
}

function TrialLine({ trialEndsAt, readOnly }: { trialEndsAt: string | null; readOnly: boolean }) {
  const now = useNow()
  if (readOnly) {
    return (
      <p className="mt-1 text-pretty text-warn">
        The trial is over
        {trialEndsAt !== null && (
          <>
            {' '}
            since <DateTime at={trialEndsAt} />
          </>
        )}
        . Nothing can be changed until a plan is chosen; nothing is lost.
      </p>
    )
  }
  if (trialEndsAt === null) return null
  const days = daysLeft(trialEndsAt, now)
  return (
    <p className="mt-1 text-fg-2">
      {days === 1 ? '1 day' : `${days} days`} left, until <DateTime at={trialEndsAt} />.
    </p>
  )
}

/** Plans are set by the platform's operators: whom to write to, with the mail begun. */
function ChangeLine({ name, supportEmail }: { name: string; supportEmail: string | null }) {
  if (supportEmail === null) {
    return <>To change the plan, write to whoever runs this Clinch for you. It holds from the moment that it is set.</>
  }
  const subject = encodeURIComponent(`Another plan for ${name}`)
  return (
    <>
      To change the plan, write to{' '}
      <a
        href={`mailto:${supportEmail}?subject=${subject}`}
        className="rounded-xs font-medium text-accent hover:underline"
      >
        {supportEmail}
      </a>
      . It holds from the moment that it is set.
    </>
  )
}
