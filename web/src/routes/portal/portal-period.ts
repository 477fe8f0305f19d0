import { choiceParam, type SearchShape } from '../../lib/search-params.ts'

/** The periods that a phone has room to offer. */
export const portalPeriods = [
  { value: 'this_month', label: 'Month' },
  { value: 'last_month', label: 'Last month' },
  { value: 'this_quarter', label: 'Quarter' },
] as const

type PortalPeriod = (typeof portalPeriods)[number]['value']

/** What is shown unless something else is chosen. */
export const firstPortalPeriod: PortalPeriod = 'this_month'

/** What the address of a page of figures holds. */
export const portalPeriodSearch = {
  period: choiceParam<PortalPeriod>(['this_month', 'last_month', 'this_quarter'], firstPortalPeriod),
} satisfies SearchShape
