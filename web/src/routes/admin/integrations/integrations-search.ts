import type { Path } from 'react-router'
import type { Provider } from '../../../apollo/generated/graphql.ts'
import { deliveryStates } from '../../../features/connections/delivery-filter.ts'
import { providers } from '../../../features/connections/provider-words.ts'
import {
  choiceParam,
  choicesParam,
  idParam,
  idsParam,
  periodParam,
  textParam,
  writeSearch,
  type SearchShape,
  type SearchState,
} from '../../../lib/search-params.ts'

/** What the address of the integrations page holds. */
export const integrationsSearch = {
  /** The open connection; without one, the deliveries of all are listed. */
  connection: idParam(),
  tab: choiceParam<'deliveries' | 'mapping' | 'sync' | 'setup'>(
    ['deliveries', 'mapping', 'sync', 'setup'],
    'deliveries',
  ),
  state: choicesParam(deliveryStates),
  kind: idsParam(),
  received: periodParam(),
  q: textParam(),
  /** The delivery that is open beside the list. */
  open: idParam(),
  /** The provider that is being connected. */
  connect: choiceParam<Provider | 'nothing'>(['nothing', ...providers], 'nothing'),
} satisfies SearchShape

export type IntegrationsState = SearchState<typeof integrationsSearch>

/** The integrations page in another state, the rest of it as it is. */
export const integrationsTo = (current: URLSearchParams, change: Partial<IntegrationsState>): Partial<Path> => ({
  pathname: '/integrations',
  search: writeSearch(integrationsSearch, current, change).toString(),
})

/** Whether the list shows less than everything of its connection. */
export const isNarrowed = ({ state, kind, received, q }: IntegrationsState): boolean =>
  state.length + kind.length > 0 || received !== null || q !== ''

/** What takes off whatever narrows the list. */
export const noConditions = { state: [], kind: [], received: null, q: '' } satisfies Partial<IntegrationsState>
