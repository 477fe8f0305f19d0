import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { resolveName } from '../service/resolve-name.ts'
import { unresolvedNames } from '../service/unresolved-names.ts'
import { NameKind, ResolveNameInput, ResolveNamePayload, UnresolvedName } from './names.type.ts'

@Resolver(() => UnresolvedName)
class NamesResolver {
  @Query(() => [UnresolvedName], {
    description: 'Names of one kind on bookings that match nobody and nothing on the roster, the most used first; at most 200.',
  })
  unresolvedNames(
    @Arg('kind', () => NameKind, { description: 'Which kind.' }) kind: (typeof NameKind)[keyof typeof NameKind],
    @Ctx() context: GraphContext,
  ) {
    return unresolvedNames(context.tx, kind)
  }

  @Mutation(() => ResolveNamePayload, { description: 'Says whose name it is, once for all past and future bookings.' })
  resolveName(
    @Arg('input', () => ResolveNameInput, { description: 'The name, and whose it is.' }) input: ResolveNameInput,
    @Ctx() context: GraphContext,
  ) {
    return context.write('resolveName', input, (tx) => resolveName({ actor: context.actor, input, tx }))
  }
}

export const namesResolvers = [NamesResolver]
