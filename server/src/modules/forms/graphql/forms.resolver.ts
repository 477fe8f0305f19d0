import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { readFieldValues } from '../../../graphql-kit/field-value.type.ts'
import { EventType } from '../../events/graphql/event.type.ts'
import { eventById } from '../../events/graphql/events.loaders.ts'
import type { EventRow } from '../../events/service/index.ts'
import type { FormRow } from '../service/form-rows.ts'
import { submitPostCallForm } from '../service/submit-post-call-form.ts'
import { formAnswersResolvers } from './form-answers.resolver.ts'
import { SubmitPostCallFormInput, SubmitPostCallFormPayload } from './forms.inputs.ts'
import { formOfEvent, versionsOfForm } from './forms.loaders.ts'
import { formFiled } from './forms.relations.ts'
import { PostCallForm } from './post-call-form.type.ts'

@Resolver(() => PostCallForm)
class PostCallFormResolver {
  @Mutation(() => SubmitPostCallFormPayload, {
    description:
      'Files or amends the form of an event, with all that follows: its status and outcome, and a reported payment if cash was collected.',
  })
  async submitPostCallForm(
    @Arg('input', () => SubmitPostCallFormInput, { description: 'What happened.' }) given: SubmitPostCallFormInput,
    @Ctx() context: GraphContext,
  ) {
    const input = Object.assign({}, given, { fields: readFieldValues(given.fields ?? []) })
    const { eventId } = await context.write('submitPostCallForm', input, (tx) => submitPostCallForm({ actor: context.actor, input, tx }))
    return { postCallForm: await formOfEvent.load(context, eventId), event: await eventById.load(context, eventId) }
  }

  @FieldResolver()
  versions(@Root() form: FormRow, @Ctx() context: GraphContext) {
    return versionsOfForm.load(context, form.id)
  }
}

@Resolver(() => EventType)
class EventFormResolver {
  @FieldResolver(() => PostCallForm, { nullable: true, description: 'What the closer says happened; none until they do.' })
  postCallForm(@Root() event: EventRow, @Ctx() context: GraphContext) {
    return formFiled.of(context, event)
  }
}

export const formResolvers = [PostCallFormResolver, EventFormResolver, ...formAnswersResolvers]
