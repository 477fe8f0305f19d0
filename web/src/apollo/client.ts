import { ApolloClient, ApolloLink } from '@apollo/client'
import { InMemoryCache } from '@apollo/client/cache'
import { CombinedGraphQLErrors, ServerError } from '@apollo/client/errors'
import { SetContextLink } from '@apollo/client/link/context'
import { ErrorLink } from '@apollo/client/link/error'
import { HttpLink } from '@apollo/client/link/http'
import { typePolicies } from './field-policies.ts'
import { reach } from './unreachable-error.ts'

export interface ClientSettings {
  /** The organization that the viewer has chosen; null before one is. Read anew for each request. */
  organizationId: () => string | null
  /** The session has ended: called once an answer says so. */
  onUnauthenticated: () => void
  /** The API's address; the same origin unless told otherwise. */
  uri?: string
}

const saysUnauthenticated = (error: unknown): boolean => {
  if (CombinedGraphQLErrors.is(error)) return error.errors.some((each) => each.extensions?.code === 'UNAUTHENTICATED')
  return ServerError.is(error) && error.statusCode === 401
}

/** The sign-in page, from which the person comes back to where they were. */
export const signInPath = (from: { pathname: string; search: string }): string =>
  from.pathname === '/' && from.search === ''
    ? '/sign-in'
    : `/sign-in?next=${encodeURIComponent(from.pathname + from.search)}`

/**
 * The GraphQL client: cookies go along, the chosen organization is named by header, fragments are masked, and an ended session is
 * reported instead of shown. `extensions.code`, `fields` and `requestId` of an error stay on it for `readError`.
 */
export function createClient({ organizationId, onUnauthenticated, uri = '/graphql' }: ClientSettings): ApolloClient {
  const nameOrganization = new SetContextLink((context) => {
    const { headers }: HttpLink.ContextOptions = context
    const id = organizationId()
    return id === null ? {} : { headers: { ...headers, 'x-organization-id': id } }
  })
  const noticeSignedOut = new ErrorLink(({ error }) => {
    if (saysUnauthenticated(error)) onUnauthenticated()
  })
  return new ApolloClient({
    link: ApolloLink.from([
      noticeSignedOut,
      nameOrganization,
      new HttpLink({ uri, credentials: 'include', fetch: reach }),
    ]),
    cache: new InMemoryCache({ typePolicies }),
    dataMasking: true,
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network', nextFetchPolicy: 'cache-first' } },
  })
}
