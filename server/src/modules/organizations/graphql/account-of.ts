import type { GraphContext } from '../../../graphql-kit/context.ts'
import type { Account } from '../../../kernel/caller.ts'
import { unauthenticated } from '../../../kernel/errors.ts'

/** The person who calls; the rule isSignedIn has let them through. */
export function accountOf({ caller }: GraphContext): Account {
  if (!caller.account) throw unauthenticated()
  return caller.account
}
