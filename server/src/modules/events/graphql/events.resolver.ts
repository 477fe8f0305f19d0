import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { requireScope } from '../../../graphql-kit/require-scope.ts'
import { CustomFieldValue } from '../../fields/graphql/custom-field.type.ts'
import { Lead } from '../../leads/graphql/lead.type.ts'
import { CallType } from '../../roster/graphql/call-type.type.ts'
import { Closer } from '../../roster/graphql/closer.type.ts'
import { setterById } from '../../roster/graphql/roster.loaders.ts'
import { Setter } from '../../roster/graphql/setter.type.ts'
import { Source } from '../../roster/graphql/source.type.ts'
import { TrafficType } from '../../roster/graphql/traffic-type.type.ts'
import { assignmentResolvers } from './assignments.resolver.ts'
import { eventFieldResolvers } from './event-fields.resolver.ts'
import { duplicateResolvers } from './duplicates.resolver.ts'
import { mappingPreviewResolvers } from './mapping-preview.resolver.ts'
import { namesResolvers } from './names.resolver.ts'
import type { HistoryRow } from '../service/load-history.ts'
import type { EventRow } from '../service/event-rows.ts'
import { countEvents, listEvents } from '../service/list-events.ts'
import { resolveSetterName } from '../service/resolve-setter-name.ts'
import { unresolvedSetterNames } from '../service/unresolved-setters.ts'
import { readEventFilter } from './event-filter.ts'
import { CallAssignment, EventHistoryEntry, EventType, UnresolvedSetterName } from './event.type.ts'
import { EventFilter, EventOrder, ResolveSetterNameInput, ResolveSetterNamePayload } from './events.inputs.ts'
import { eventById } from './events.loaders.ts'
import { ofEvent } from './events.relations.ts'

const { Connection: EventConnection, ConnectionResolver: EventConnectionResolver } = defineConnection('Event', () => EventType)

@Resolver(() => EventType)
class EventResolver {
  @Query(() => EventConnection, { description: 'Events that the caller may see, the latest scheduled first unless asked otherwise.' })
  async events(
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => EventFilter, { nullable: true, description: 'Which events.' }) filter: EventFilter | undefined,
    @Arg('orderBy', () => EventOrder, { nullable: true, description: 'In which order.' }) orderBy: EventOrder | undefined,
    @Ctx() context: GraphContext,
  ) {
    const wanted = await readEventFilter(context, filter)
    const rows = await listEvents(context.tx, wanted, orderBy ?? { field: 'scheduled_at', direction: 'desc' }, page)
    return toConnection(rows, () => countEvents(context.tx, wanted))
  }

  @Query(() => EventType, { nullable: true, description: 'One event, or null if there is none of this id for this caller.' })
  async event(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: GraphContext): Promise<EventRow | null> {
    return eventById.load(context, id)
  }

  @Query(() => [UnresolvedSetterName], { description: 'Setters’ names on bookings that match nobody on the roster, the most used first.' })
  unresolvedSetterNames(@Ctx() context: GraphContext) {
    return unresolvedSetterNames(context.tx)
  }

  @Mutation(() => ResolveSetterNamePayload, { description: 'Says whose name it is, once for all past and future bookings.' })
  async resolveSetterName(
    @Arg('input', () => ResolveSetterNameInput, { description: 'The name and the setter.' }) input: ResolveSetterNameInput,
    @Ctx() context: GraphContext,
  ) {
    const { setterId } = await context.write('resolveSetterName', input, (tx) => resolveSetterName({ actor: context.actor, input, tx }))
    return { setter: await setterById.load(context, setterId) }
  }

  @FieldResolver(() => Lead, { nullable: true, description: 'The lead.' })
  lead(@Root() event: EventRow, @Ctx() context: GraphContext) {
    requireScope(context, 'leads:read')
    return ofEvent.lead.of(context, event)
  }

  @FieldResolver(() => Closer, { nullable: true, description: 'Who takes the call; none where its host is no closer on the roster.' })
  closer(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.closer.of(context, event)
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'Who booked it.' })
  setter(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.setter.of(context, event)
  }

  @FieldResolver(() => Source, { nullable: true, description: 'Where the lead came from: of a chain, its first booking’s.' })
  source(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.source.of(context, event)
  }

  @FieldResolver(() => TrafficType, { nullable: true, description: 'What kind of traffic that is.' })
  trafficType(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.trafficType.of(context, event)
  }

  @FieldResolver(() => CallType, { nullable: true, description: 'What kind of call it is.' })
  callType(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.callType.of(context, event)
  }

  @FieldResolver(() => EventType, { nullable: true, description: 'The event that was moved to this one.' })
  rescheduledFrom(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.rescheduledFrom.of(context, event)
  }

  @FieldResolver(() => EventType, { nullable: true, description: 'The event that this one was moved to.' })
  rescheduledTo(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.rescheduledTo.of(context, event)
  }

  @FieldResolver(() => EventType, {
    nullable: true,
    description: 'The call that this one was found to be a copy of: a copy counts nowhere.',
  })
  duplicateOf(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.duplicateOf.of(context, event)
  }

  @FieldResolver(() => [EventType], { description: 'The calls that were found to be copies of this one.' })
  copies(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.copies.of(context, event)
  }

  @FieldResolver(() => Boolean, { description: 'The call is over, nobody filed its form, and it was neither canceled nor moved.' })
  overdue(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.overdue.of(context, event)
  }

  @FieldResolver(() => [EventHistoryEntry], { description: 'What happened to it, the newest first.' })
  history(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.history.of(context, event)
  }

  @FieldResolver(() => [CustomFieldValue], { description: 'What it has of the organization’s own fields, in their order.' })
  customFields(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return ofEvent.customFields.of(context, event)
  }
}

@Resolver(() => EventHistoryEntry)
class EventHistoryResolver {
  @FieldResolver(() => CallAssignment, { nullable: true, description: 'Of ASSIGNED: from whom it went to whom.' })
  assignment(@Root() { change, detail }: HistoryRow) {
    if (change !== 'assigned' || !detail.role) return null
    return { role: detail.role, from: detail.from, to: detail.to, released: detail.released === 'true' }
  }

  @FieldResolver(() => String, { nullable: true, description: 'Of FIELDS_SET: the labels of the fields that were written to.' })
  fields(@Root() { detail }: HistoryRow) {
    return detail.fields ?? null
  }
}

export const eventResolvers = [
  EventResolver,
  EventConnectionResolver,
  EventHistoryResolver,
  ...assignmentResolvers,
  ...eventFieldResolvers,
  ...duplicateResolvers,
  ...namesResolvers,
  ...mappingPreviewResolvers,
]
