import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import type { MemberRow } from '../service/load-people.ts'
import { loadSecondFactors } from '../service/load-second-factors.ts'
import { Member } from './member.type.ts'

const secondFactors = defineLoader<boolean>(loadSecondFactors, false)

@Resolver(() => Member)
export class MemberSecondFactorResolver {
  @FieldResolver(() => Boolean, { description: 'Whether signing in asks them for a code as well.' })
  hasSecondFactor(@Root() { userId }: MemberRow, @Ctx() context: GraphContext) {
    return secondFactors.load(context, userId)
  }
}
