import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { moneyOf } from '../../../graphql-kit/money.type.ts'
import { checkPeriod } from '../../../graphql-kit/period.type.ts'
import { requireScope } from '../../../graphql-kit/require-scope.ts'
import { EventType } from '../../events/graphql/event.type.ts'
import { eventById } from '../../events/graphql/events.loaders.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'
import { paymentById } from '../../payments/graphql/payments.loaders.ts'
import { Closer } from '../../roster/graphql/closer.type.ts'
import { closerById, setterById } from '../../roster/graphql/roster.loaders.ts'
import { Setter } from '../../roster/graphql/setter.type.ts'
import type { MovedMoney } from '../service/moved-money.ts'
import type { ToldChange } from '../service/crediting-outcome.ts'
import { previewAttribution, rerunAttribution } from '../service/rerun-attribution.ts'
import {
  AttributionPreview,
  CreditInBrief,
  MovedCredit,
  PreviewAttributionInput,
  PreviewedCredit,
  RerunAttributionInput,
  RerunAttributionPayload,
} from './rerun.type.ts'

const mostShown = 200

@Resolver()
class RerunResolver {
  @Query(() => AttributionPreview, {
    description: 'What crediting the payments of a period by the rules again would change, person by person. Nothing is stored.',
  })
  async previewAttribution(
    @Arg('input', () => PreviewAttributionInput, { description: 'Which payments.' }) input: PreviewAttributionInput,
    @Ctx() context: GraphContext,
  ): Promise<AttributionPreview> {
    checkPeriod(input.period, 'period')
    const { changes, people, ...preview } = await previewAttribution({ actor: context.actor, input, tx: context.tx })
    return { ...preview, changed: changes.length, people: [...people], changes: changes.slice(0, mostShown) }
  }

  @Mutation(() => RerunAttributionPayload, {
    description: 'Credits the payments of a period by the rules again, exactly as a preview said. What was credited by hand is left alone.',
  })
  async rerunAttribution(
    @Arg('input', () => RerunAttributionInput, { description: 'Which preview.' }) input: RerunAttributionInput,
    @Ctx() context: GraphContext,
  ): Promise<RerunAttributionPayload> {
    checkPeriod(input.period, 'period')
    const { clientMutationId: _once, ...asked } = input
    return context.write('rerunAttribution', input, (tx) => rerunAttribution({ actor: context.actor, input: asked, tx }))
  }
}

@Resolver(() => PreviewedCredit)
class PreviewedCreditResolver {
  @FieldResolver(() => Payment, { description: 'The payment.' })
  payment(@Root() { payment }: ToldChange, @Ctx() context: GraphContext) {
    requireScope(context, 'payments:read')
    return paymentById.load(context, payment.id)
  }

  @FieldResolver()
  before(@Root() { payment }: ToldChange) {
    return payment
  }

  @FieldResolver()
  after(@Root() { decision }: ToldChange) {
    return decision
  }

  @FieldResolver()
  summary(@Root() { decision }: ToldChange) {
    return decision.summary
  }
}

type Credit = ToldChange['payment'] | ToldChange['decision']

@Resolver(() => CreditInBrief)
class CreditInBriefResolver {
  @FieldResolver(() => EventType, { nullable: true, description: 'The call.' })
  event(@Root() credit: Credit, @Ctx() context: GraphContext) {
    requireScope(context, 'events:read')
    return credit.eventId === null ? null : eventById.load(context, credit.eventId)
  }

  @FieldResolver(() => Closer, { nullable: true, description: 'The closer; of a split, who has the largest share.' })
  closer(@Root() credit: Credit, @Ctx() context: GraphContext) {
    return credit.closerId === null ? null : closerById.load(context, credit.closerId)
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'The setter; of a split, who has the largest share.' })
  setter(@Root() credit: Credit, @Ctx() context: GraphContext) {
    return credit.setterId === null ? null : setterById.load(context, credit.setterId)
  }
}

@Resolver(() => MovedCredit)
class MovedCreditResolver {
  @FieldResolver(() => Closer, { nullable: true, description: 'The closer.' })
  closer(@Root() { role, personId }: MovedMoney, @Ctx() context: GraphContext) {
    return role === 'closer' ? closerById.load(context, personId) : null
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'The setter.' })
  setter(@Root() { role, personId }: MovedMoney, @Ctx() context: GraphContext) {
    return role === 'setter' ? setterById.load(context, personId) : null
  }

  @FieldResolver()
  gained(@Root() { gainedMinor, currency }: MovedMoney) {
    return moneyOf(gainedMinor, currency)
  }

  @FieldResolver()
  lost(@Root() { lostMinor, currency }: MovedMoney) {
    return moneyOf(lostMinor, currency)
  }
}

export const rerunResolvers = [RerunResolver, PreviewedCreditResolver, CreditInBriefResolver, MovedCreditResolver]
