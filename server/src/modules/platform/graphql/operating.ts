import type { GraphContext } from '../../../graphql-kit/context.ts'
import { unauthenticated } from '../../../kernel/errors.ts'
import type { Operating } from '../service/operator-verb.ts'

/** The operator who calls; the rule isOperator has let them through. */
export function operating({ caller, services, origin }: GraphContext): Operating {
  if (!caller.account) throw unauthenticated()
  return { account: caller.account, database: services.database, origin }
}
