import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { unauthenticated } from '../../../kernel/errors.ts'
import { listSessions, type OwnSessions, revokeOtherSessions, revokeSession } from '../service/sessions-of-user.ts'
import { RevokeOtherSessionsInput, RevokeOtherSessionsPayload, RevokeSessionInput, RevokeSessionPayload, Session } from './session.type.ts'

/** The rule isSignedIn has let them through. */
function ownSessions({ caller, services, origin }: GraphContext): OwnSessions {
  if (!caller.account) throw unauthenticated()
  return { account: caller.account, database: services.database, origin }
}

@Resolver()
class SessionResolver {
  @Query(() => [Session], { description: 'Where the caller is signed in, the last used first.' })
  sessions(@Ctx() context: GraphContext) {
    return listSessions(ownSessions(context))
  }

  @Query(() => String, {
    nullable: true,
    description: 'Why the credentials that were sent are not good, in words; null if they are good, or none were sent.',
  })
  whySignedOut(@Ctx() { caller }: GraphContext): string | null {
    return caller.recognised ? null : caller.why
  }

  @Mutation(() => RevokeSessionPayload, { description: 'Ends a session of the caller’s own, at once and everywhere.' })
  async revokeSession(
    @Arg('input', () => RevokeSessionInput, { description: 'Which.' }) input: RevokeSessionInput,
    @Ctx() context: GraphContext,
  ): Promise<RevokeSessionPayload> {
    const own = ownSessions(context)
    await context.services.confirmIdentity(own.account, { password: input.password ?? null, address: context.address })
    const { id } = await revokeSession({ ...own, input })
    context.services.forgetCallers()
    return { sessionId: id }
  }

  @Mutation(() => RevokeOtherSessionsPayload, { description: 'Ends every session of the caller’s own but the one that asks.' })
  async revokeOtherSessions(
    @Arg('input', () => RevokeOtherSessionsInput, { description: 'The password.' }) input: RevokeOtherSessionsInput,
    @Ctx() context: GraphContext,
  ): Promise<RevokeOtherSessionsPayload> {
    const own = ownSessions(context)
    await context.services.confirmIdentity(own.account, { password: input.password ?? null, address: context.address })
    await revokeOtherSessions(own)
    context.services.forgetCallers()
    return { sessions: await listSessions(own) }
  }
}

export const sessionResolvers = [SessionResolver]
