import { Arg, Ctx, Field, InputType, Mutation, ObjectType, Resolver } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { readFieldValues } from '../../../graphql-kit/field-value.type.ts'
import { SetCustomFieldsInput } from '../../fields/graphql/custom-fields.inputs.ts'
import { setEventCustomFields } from '../service/set-event-custom-fields.ts'
import { EventType } from './event.type.ts'
import { eventById } from './events.loaders.ts'

@InputType({ description: 'What to write to the organization’s own fields of an event.' })
class SetEventCustomFieldsInput extends SetCustomFieldsInput {}

@ObjectType({ description: 'The event as it stands now.' })
class SetEventCustomFieldsPayload {
  @Field(() => EventType, { description: 'The event.' })
  declare event: EventType
}

@Resolver(() => EventType)
class EventFieldsResolver {
  @Mutation(() => SetEventCustomFieldsPayload, { description: 'Writes to the organization’s own fields of an event.' })
  async setEventCustomFields(
    @Arg('input', () => SetEventCustomFieldsInput, { description: 'The event and the values.' }) input: SetEventCustomFieldsInput,
    @Ctx() context: GraphContext,
  ) {
    const values = readFieldValues(input.values, 'values')
    const { id } = await context.write('setEventCustomFields', input, (tx) =>
      setEventCustomFields({ actor: context.actor, input: { id: input.id, values }, tx }),
    )
    return { event: await eventById.load(context, id) }
  }
}

export const eventFieldResolvers = [EventFieldsResolver]
