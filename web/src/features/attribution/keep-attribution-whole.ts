import { InMemoryCache, type ApolloCache } from '@apollo/client/cache'

/**
 * A payment's attribution has no id, so that a list which asks for its method alone would push the trail out of the cache. Its fields
 * belong together: what a later answer leaves out stays.
 */
export function keepAttributionWhole(cache: ApolloCache): void {
  if (cache instanceof InMemoryCache) cache.policies.addTypePolicies({ Attribution: { merge: true } })
}
