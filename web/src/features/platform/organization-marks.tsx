import { Check } from 'lucide-react'
import { StatusLabel } from '../../components/status.tsx'
import { activationSteps } from './activation-steps.ts'
import type { OrganizationRow } from './organization-row.ts'
import { healthLooks, planWords, stateLooks } from './organization-words.ts'

export function OrganizationStateMark({ organization }: { organization: Pick<OrganizationRow, 'state'> }) {
  const { icon, tone, label } = stateLooks[organization.state]
  return (
    <StatusLabel icon={icon} tone={tone}>
      {label}
    </StatusLabel>
  )
}

export function HealthMark({ organization }: { organization: Pick<OrganizationRow, 'health'> }) {
  const { icon, tone, label } = healthLooks[organization.health]
  return (
    <StatusLabel icon={icon} tone={tone}>
      {label}
    </StatusLabel>
  )
}

/** The plan's name, and whether its trial is over. */
export function PlanMark({
  organization: { plan, readOnly },
}: {
  organization: Pick<OrganizationRow, 'plan' | 'readOnly'>
}) {
  return (
    <>
      {planWords[plan]}
      {readOnly && <span className="text-warn">, over</span>}
    </>
  )
}

/** The first steps as four marks: a tick for each that was taken. */
export function ActivationMarks({ organization }: { organization: OrganizationRow }) {
  const steps = activationSteps(organization)
  const taken = steps.filter(({ at }) => at !== null).length
  const missing = steps.filter(({ at }) => at === null).map(({ label }) => label.toLowerCase())
  return (
    <span
      className="inline-flex items-center gap-1 align-middle"
      title={missing.length === 0 ? 'Every step is taken' : `Not yet: ${missing.join(', ')}`}
    >
      <span className="sr-only">{`${taken} of ${steps.length} steps`}</span>
      {steps.map(({ label, at }) => (
        <span
          key={label}
          aria-hidden
          className={`grid size-3.5 place-items-center rounded-full ${at === null ? 'border border-line-strong' : 'bg-good-soft text-good'}`}
        >
          {at !== null && <Check size={10} strokeWidth={2.5} />}
        </span>
      ))}
    </span>
  )
}
