import { statusLooks } from '../../components/status-looks.ts'
import type { Option } from '../../components/option.ts'

const statuses = ['SCHEDULED', 'COMPLETED', 'NO_SHOW', 'CANCELED', 'RESCHEDULED'] as const
const outcomes = ['CLOSED', 'OFFER_MADE', 'NO_OFFER', 'NO_SHOW', 'CANCELED', 'RESCHEDULED'] as const

/** The statuses to filter by, in the words of their cells. */
export const statusOptions: readonly Option[] = statuses.map((value) => ({
  value,
  label: statusLooks.call[value].label,
}))

/** The outcomes to filter by. */
export const outcomeOptions: readonly Option[] = outcomes.map((value) => ({
  value,
  label: statusLooks.outcome[value].label,
}))

/** Those of the texts that are statuses. */
export const statusesIn = (texts: readonly string[]) => statuses.filter((status) => texts.includes(status))

/** Those of the texts that are outcomes. */
export const outcomesIn = (texts: readonly string[]) => outcomes.filter((outcome) => texts.includes(outcome))
