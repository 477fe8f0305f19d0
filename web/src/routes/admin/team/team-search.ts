import type { Path } from 'react-router'
import {
  choiceParam,
  flagParam,
  idParam,
  textParam,
  writeSearch,
  type SearchShape,
  type SearchState,
} from '../../../lib/search-params.ts'

export const teamTabs = ['closers', 'setters', 'names', 'sources', 'members'] as const

export type TeamTab = (typeof teamTabs)[number]

/** What the address of the team page holds. */
export const teamSearch = {
  tab: choiceParam<TeamTab>(teamTabs, 'closers'),
  q: textParam(),
  who: choiceParam<'active' | 'left'>(['active', 'left'], 'active'),
  sort: choiceParam<'NAME' | '-NAME' | 'CREATED_AT' | '-CREATED_AT'>(
    ['NAME', '-NAME', 'CREATED_AT', '-CREATED_AT'],
    'NAME',
  ),
  /** The person or the source that is open. */
  open: idParam(),
  /** Whether the tab's own dialog for adding is open. */
  add: flagParam(),
  /** As whom somebody is being invited. */
  closer: idParam(),
  setter: idParam(),
} satisfies SearchShape

export type TeamState = SearchState<typeof teamSearch>

/** The team page in a state of its own. */
export const teamTo = (state: Partial<TeamState>): Partial<Path> => ({
  pathname: '/team',
  search: writeSearch(teamSearch, new URLSearchParams(), state).toString(),
})
