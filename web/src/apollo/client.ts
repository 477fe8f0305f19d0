import { ApolloClient, ApolloLink } from '@apollo/client'
import { InMemoryCache } from '@apollo/client/cache'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { SetContextLink } from '@apollo/client/link/context'
import { ErrorLink } from '@apollo/client/link/error'
import { HttpLink } from '@apollo/client/link/http'
import { askAgain } from './ask-again.ts'
import { typePolicies } from './field-policies.ts'
import { readError, type ReadableError } from './read-error.ts'
import { reach } from './unreachable-error.ts'

export interface ClientSettings {
  /** The organization that the viewer has chosen; null before one is. Read anew for each request. */
  organizationId: () => string | null
  /** The session has ended: called once an answer says so. */
  onUnauthenticated: () => void
  /** The plan or the end of the trial is why something was refused: called beside whatever the page says. */
  onPlanRefused?: (told: ReadableError) => void
  /** An answer came, whatever it says: there is a network. */
  onAnswered?: () => void
  /** Acts by the portal's session, also in a browser that signed in to the admin. */
  portal?: boolean
  /** Whether nobody sits before the page: what it asks for by itself then is no use of the session. */
  unattended?: () => boolean
  /** The API's address; the same origin unless told otherwise. */
  uri?: string
}

const saysUnauthenticated = (error: unknown): boolean => {
  if (CombinedGraphQLErrors.is(error)) return error.errors.some((each) => each.extensions?.code === 'UNAUTHENTICATED')
  return ServerError.is(error) && error.statusCode === 401
}

/** What only another plan helps with. */
const planCodes = new Set(['PLAN_LIMIT', 'TRIAL_EXPIRED'])

/** The sign-in page, from which the person comes back to where they were. */
export const signInPath = (from: { pathname: string; search: string }): string =>
  from.pathname === '/' && from.search === ''
    ? '/sign-in'
    : `/sign-in?next=${encodeURIComponent(from.pathname + from.search)}`

/**
 * The GraphQL client: cookies go along, the chosen organization is named by header, fragments are masked, and an ended session is
 * reported instead of shown. `extensions.code`, `fields` and `requestId` of an error stay on it for `readError`.
 */
export function createClient({
  organizationId,
  onUnauthenticated,
  onPlanRefused = () => undefined,
  onAnswered = () => undefined,
  portal = false,
  unattended = () => false,
  uri = '/graphql',
}: ClientSettings): ApolloClient {
  const nameCaller = new SetContextLink((context) => {
    const { headers }: HttpLink.ContextOptions = context
    const id = organizationId()
    const organization = id === null ? {} : { 'x-organization-id': id }
    const marks = { ...(portal ? { 'x-portal': '1' } : {}), ...(unattended() ? { 'x-unattended': '1' } : {}) }
    return { headers: { ...headers, ...organization, ...marks } }
  })
  const noticeRefusals = new ErrorLink(({ error }) => {
    if (saysUnauthenticated(error)) onUnauthenticated()
    const told = readError(error)
    if (planCodes.has(told.code)) onPlanRefused(told)
  })
  const ask: typeof fetch = async (input, init) => {
    const response = await reach(input, init)
    onAnswered()
    return response
  }
  return new ApolloClient({
    link: ApolloLink.from([
      noticeRefusals,
      askAgain,
      nameCaller,
      new HttpLink({ uri, credentials: 'include', fetch: ask }),
    ]),
    cache: new InMemoryCache({ typePolicies }),
    dataMasking: true,
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  })
}
