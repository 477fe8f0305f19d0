import { Arg, Ctx, FieldResolver, ID, InputType, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { readFieldValues } from '../../../graphql-kit/field-value.type.ts'
import { CustomFieldValue } from '../../fields/graphql/custom-field.type.ts'
import { SetCustomFieldsInput } from '../../fields/graphql/custom-fields.inputs.ts'
import { Setter } from '../../roster/graphql/setter.type.ts'
import { addLeadEmail } from '../service/add-lead-email.ts'
import { addLeadPhone } from '../service/add-lead-phone.ts'
import { createLead } from '../service/create-lead.ts'
import type { LeadRow } from '../service/load-leads.ts'
import { removeLeadEmail } from '../service/remove-lead-email.ts'
import { removeLeadPhone } from '../service/remove-lead-phone.ts'
import { setLeadCustomFields } from '../service/set-lead-custom-fields.ts'
import { updateLead } from '../service/update-lead.ts'
import { Lead } from './lead.type.ts'
import {
  CreateLeadInput,
  AddLeadEmailInput,
  RemoveLeadEmailInput,
  LeadPayload,
  AddLeadPhoneInput,
  RemoveLeadPhoneInput,
  UpdateLeadInput,
} from './lead-changes.inputs.ts'
import { leadById } from './leads.loaders.ts'
import { ofLead } from './leads.relations.ts'

@InputType({ description: 'What to write to the organization’s own fields of a lead.' })
class SetLeadCustomFieldsInput extends SetCustomFieldsInput {}

@Resolver(() => Lead)
class LeadResolver {
  @Query(() => Lead, {
    nullable: true,
    description: 'One lead, or null if there is none of this id for this caller. One who was merged into another says so.',
  })
  async lead(@Arg('id', () => ID, { description: 'Its id.' }) id: string, @Ctx() context: GraphContext): Promise<LeadRow | null> {
    return leadById.load(context, id)
  }

  @Mutation(() => LeadPayload, { description: 'Makes a lead by hand. Payments that waited for one of their addresses are credited.' })
  async createLead(
    @Arg('input', () => CreateLeadInput, { description: 'The lead.' }) input: CreateLeadInput,
    @Ctx() context: GraphContext,
  ) {
    const { customFields, ...lead } = input
    const values = { ...lead, customFields: readFieldValues(customFields ?? [], 'customFields') }
    return changed(context, await context.write('createLead', input, (tx) => createLead({ actor: context.actor, input: values, tx })))
  }

  @Mutation(() => LeadPayload, { description: 'Changes what is given of a lead.' })
  async updateLead(
    @Arg('input', () => UpdateLeadInput, { description: 'What to change.' }) input: UpdateLeadInput,
    @Ctx() context: GraphContext,
  ) {
    const { customFields, ...lead } = input
    const values = { ...lead, customFields: readFieldValues(customFields ?? [], 'customFields') }
    return changed(context, await context.write('updateLead', input, (tx) => updateLead({ actor: context.actor, input: values, tx })))
  }

  @Mutation(() => LeadPayload, {
    description:
      'Teaches a lead an e-mail address: payments that waited for it are credited. CONFLICT where it is another lead’s; `leadId` in the error’s extensions is whom to merge with, if the two are one.',
  })
  async addLeadEmail(
    @Arg('input', () => AddLeadEmailInput, { description: 'The address.' }) input: AddLeadEmailInput,
    @Ctx() context: GraphContext,
  ) {
    return changed(context, await context.write('addLeadEmail', input, (tx) => addLeadEmail({ actor: context.actor, input, tx })))
  }

  @Mutation(() => LeadPayload, {
    description:
      'Takes an e-mail address off a lead: payments that were told by it are decided anew. If they went by it, the oldest other one takes its place.',
  })
  async removeLeadEmail(
    @Arg('input', () => RemoveLeadEmailInput, { description: 'The address.' }) input: RemoveLeadEmailInput,
    @Ctx() context: GraphContext,
  ) {
    return changed(context, await context.write('removeLeadEmail', input, (tx) => removeLeadEmail({ actor: context.actor, input, tx })))
  }

  @Mutation(() => LeadPayload, {
    description:
      'Teaches a lead a phone number: payments that waited for it are credited. Several leads may share one; then payments are not told by it.',
  })
  async addLeadPhone(
    @Arg('input', () => AddLeadPhoneInput, { description: 'The number.' }) input: AddLeadPhoneInput,
    @Ctx() context: GraphContext,
  ) {
    return changed(context, await context.write('addLeadPhone', input, (tx) => addLeadPhone({ actor: context.actor, input, tx })))
  }

  @Mutation(() => LeadPayload, { description: 'Takes a phone number off a lead: payments that were told by it are decided anew.' })
  async removeLeadPhone(
    @Arg('input', () => RemoveLeadPhoneInput, { description: 'The number.' }) input: RemoveLeadPhoneInput,
    @Ctx() context: GraphContext,
  ) {
    return changed(context, await context.write('removeLeadPhone', input, (tx) => removeLeadPhone({ actor: context.actor, input, tx })))
  }

  @Mutation(() => LeadPayload, { description: 'Writes to the organization’s own fields of a lead.' })
  async setLeadCustomFields(
    @Arg('input', () => SetLeadCustomFieldsInput, { description: 'The lead and the values.' }) input: SetLeadCustomFieldsInput,
    @Ctx() context: GraphContext,
  ) {
    const values = readFieldValues(input.values, 'values')
    return changed(
      context,
      await context.write('setLeadCustomFields', input, (tx) =>
        setLeadCustomFields({ actor: context.actor, input: { id: input.id, values }, tx }),
      ),
    )
  }

  @FieldResolver(() => [CustomFieldValue], { description: 'What they have of the organization’s own fields, in their order.' })
  customFields(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    return ofLead.customFields.of(context, lead)
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'Who booked them first.' })
  originalSetter(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    return ofLead.originalSetter.of(context, lead)
  }

  @FieldResolver(() => Setter, { nullable: true, description: 'Who booked their latest call.' })
  currentSetter(@Root() lead: LeadRow, @Ctx() context: GraphContext) {
    return ofLead.currentSetter.of(context, lead)
  }
}

const changed = async (context: GraphContext, { id }: { id: string }) => ({ lead: await leadById.load(context, id) })

export const leadResolvers = [LeadResolver]
