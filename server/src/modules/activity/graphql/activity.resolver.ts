import { Ctx, FieldResolver, Resolver, Root, Subscription } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { mayRead, requireScope } from '../../../graphql-kit/require-scope.ts'
import { tellings } from '../../../graphql-kit/telling.ts'
import { type ChangeKind, changeKinds, type Changes, ofMoney } from '../../../kernel/activity-feed.ts'
import { EventType } from '../../events/graphql/event.type.ts'
import { eventById } from '../../events/graphql/events.loaders.ts'
import { Payment } from '../../payments/graphql/payment.type.ts'
import { paymentById } from '../../payments/graphql/payments.loaders.ts'
import { type ActivityRow, visibleActivities } from '../service/visible-activities.ts'
import { Activity } from './activity.type.ts'

const maySee = (context: GraphContext, kind: ChangeKind): boolean => mayRead(context, ofMoney(kind) ? 'payments:read' : 'events:read')

const tell = (context: GraphContext, changes: Changes): Promise<ActivityRow[]> =>
  visibleActivities(
    context.tx,
    changes,
    changeKinds.filter((kind) => maySee(context, kind)),
  )

@Resolver(() => Activity)
class ActivityResolver {
  @Subscription(() => Activity, {
    description:
      'Tells of bookings, filed forms and payments that the caller may see, within a second or so. Over `graphql-ws` on this address.',
    subscribe: ({ context }: { context: GraphContext }) =>
      tellings(context.services.activity.follow(context.actor.organizationId, context.since), tell),
  })
  activity(@Root() activity: ActivityRow): ActivityRow {
    return activity
  }

  @FieldResolver(() => EventType, {
    nullable: true,
    description: 'The call; none where it is about a payment, about several, or where it is the caller’s no more.',
  })
  event(@Root() { kind, recordId }: ActivityRow, @Ctx() context: GraphContext) {
    if (ofMoney(kind) || recordId === null) return null
    requireScope(context, 'events:read')
    return eventById.load(context, recordId)
  }

  @FieldResolver(() => Payment, {
    nullable: true,
    description: 'The payment; none where it is about a call, about several, or where it is the caller’s no more.',
  })
  payment(@Root() { kind, recordId }: ActivityRow, @Ctx() context: GraphContext) {
    if (kind !== 'payment' || recordId === null) return null
    requireScope(context, 'payments:read')
    return paymentById.load(context, recordId)
  }
}

export const activityResolvers = [ActivityResolver]
