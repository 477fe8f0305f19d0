import type { OrganizationPlan, OrganizationState } from '../../apollo/generated/graphql.ts'
import { choiceParam, idParam, textParam, type SearchShape, type SearchState } from '../../lib/search-params.ts'
import { plans, states } from './organization-words.ts'

const stateChoices = ['ANY', ...states] as const
const planChoices = ['ANY', ...plans] as const

/** What the address of the organizations' page holds. */
export const organizationsSearch = {
  q: textParam(),
  state: choiceParam(stateChoices, 'ANY'),
  plan: choiceParam(planChoices, 'ANY'),
} satisfies SearchShape

export type OrganizationsState = SearchState<typeof organizationsSearch>

/** The same as the API takes it. */
export const toOrganizationSearch = ({
  q,
  state,
  plan,
}: OrganizationsState): { search: string | null; state: OrganizationState | null; plan: OrganizationPlan | null } => ({
  search: q === '' ? null : q,
  state: state === 'ANY' ? null : state,
  plan: plan === 'ANY' ? null : plan,
})

/** What the address of the users' page holds. */
export const usersSearch = {
  q: textParam(),
  /** The user who is open beside the list. */
  open: idParam(),
} satisfies SearchShape

/** An organization's page in the console. */
export const organizationPath = (id: string): string => `/platform/organizations/${id}`
