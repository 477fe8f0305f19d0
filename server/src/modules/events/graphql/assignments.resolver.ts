import { Arg, Ctx, Mutation, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { assignEvents } from '../service/assign-events.ts'
import { releaseAssignment } from '../service/release-assignment.ts'
import { AssignEventsInput, AssignEventsPayload, ReleaseAssignmentInput, ReleaseAssignmentPayload } from './assignments.inputs.ts'
import { eventById } from './events.loaders.ts'

@Resolver()
class AssignmentResolver {
  @Mutation(() => AssignEventsPayload, {
    description:
      'Gives calls to a closer, a setter or both, or to nobody. It holds for them and for what they are moved to, whatever is told later; payments are credited anew.',
  })
  async assignEvents(
    @Arg('input', () => AssignEventsInput, { description: 'The calls, and whom to give them to.' }) input: AssignEventsInput,
    @Ctx() context: GraphContext,
  ) {
    const { eventIds } = await context.write('assignEvents', input, (tx) => assignEvents({ actor: context.actor, input, tx }))
    return { events: await eventsOf(context, eventIds) }
  }

  @Mutation(() => ReleaseAssignmentPayload, {
    description: 'Takes back that calls were given to somebody by hand: what the bookings say holds again.',
  })
  async releaseAssignment(
    @Arg('input', () => ReleaseAssignmentInput, { description: 'The calls.' }) input: ReleaseAssignmentInput,
    @Ctx() context: GraphContext,
  ) {
    const { eventIds } = await context.write('releaseAssignment', input, (tx) => releaseAssignment({ actor: context.actor, input, tx }))
    return { events: await eventsOf(context, eventIds) }
  }
}

const eventsOf = async (context: GraphContext, ids: readonly string[]) =>
  (await Promise.all(ids.map(async (id) => eventById.load(context, id)))).filter((event) => event !== null)

export const assignmentResolvers = [AssignmentResolver]
