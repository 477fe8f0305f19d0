import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { requireScope } from '../../../graphql-kit/require-scope.ts'
import type { Scope } from '../../../kernel/actor.ts'
import { restoreCustomField } from '../service/restore-custom-field.ts'
import { createCustomField } from '../service/create-custom-field.ts'
import { type FieldRow, type FieldSubject, listFields } from '../service/field-row.ts'
import { reorderCustomFields } from '../service/reorder-custom-fields.ts'
import { retireCustomField } from '../service/retire-custom-field.ts'
import { updateCustomField } from '../service/update-custom-field.ts'
import { CustomField } from './custom-field.type.ts'
import {
  RestoreCustomFieldInput,
  CreateCustomFieldInput,
  CustomFieldPayload,
  CustomFieldsArgs,
  ReorderCustomFieldsInput,
  ReorderCustomFieldsPayload,
  RetireCustomFieldInput,
  UpdateCustomFieldInput,
} from './custom-fields.inputs.ts'
import { fieldById, usesOfField } from './fields.loaders.ts'

/** Whoever may read the rows may read what their fields are. */
const scopeOf: Readonly<Record<FieldSubject, Scope>> = { lead: 'leads:read', event: 'events:read', payment: 'payments:read' }

@Resolver(() => CustomField)
class CustomFieldResolver {
  @Query(() => [CustomField], { description: 'The organization’s own fields of leads, events or payments, in their order.' })
  async customFields(@Args(() => CustomFieldsArgs) { subject, includeRetired }: CustomFieldsArgs, @Ctx() context: GraphContext) {
    requireScope(context, scopeOf[subject])
    const fields = await listFields(context.tx, subject)
    return includeRetired ? fields : fields.filter(({ retiredAt }) => retiredAt === null)
  }

  @Mutation(() => CustomFieldPayload, { description: 'Makes a field of leads, events or payments.' })
  async createCustomField(
    @Arg('input', () => CreateCustomFieldInput, { description: 'The field.' }) input: CreateCustomFieldInput,
    @Ctx() context: GraphContext,
  ) {
    return changed(context, await context.write('createCustomField', input, (tx) => createCustomField({ actor: context.actor, input, tx })))
  }

  @Mutation(() => CustomFieldPayload, { description: 'Changes the label, the help or the options of a field.' })
  async updateCustomField(
    @Arg('input', () => UpdateCustomFieldInput, { description: 'What to change.' }) input: UpdateCustomFieldInput,
    @Ctx() context: GraphContext,
  ) {
    return changed(context, await context.write('updateCustomField', input, (tx) => updateCustomField({ actor: context.actor, input, tx })))
  }

  @Mutation(() => CustomFieldPayload, {
    description: 'Takes a field out of use: nothing is written to it any more, and what has a value keeps it.',
  })
  async retireCustomField(
    @Arg('input', () => RetireCustomFieldInput, { description: 'The field.' }) input: RetireCustomFieldInput,
    @Ctx() context: GraphContext,
  ) {
    return changed(context, await context.write('retireCustomField', input, (tx) => retireCustomField({ actor: context.actor, input, tx })))
  }

  @Mutation(() => CustomFieldPayload, { description: 'Brings a retired field back, as the last in the order.' })
  async restoreCustomField(
    @Arg('input', () => RestoreCustomFieldInput, { description: 'The field.' }) input: RestoreCustomFieldInput,
    @Ctx() context: GraphContext,
  ) {
    return changed(
      context,
      await context.write('restoreCustomField', input, (tx) => restoreCustomField({ actor: context.actor, input, tx })),
    )
  }

  @Mutation(() => ReorderCustomFieldsPayload, { description: 'Puts the fields of leads, events or payments into an order.' })
  async reorderCustomFields(
    @Arg('input', () => ReorderCustomFieldsInput, { description: 'The order.' }) input: ReorderCustomFieldsInput,
    @Ctx() context: GraphContext,
  ) {
    const { subject } = await context.write('reorderCustomFields', input, (tx) => reorderCustomFields({ actor: context.actor, input, tx }))
    return { customFields: (await listFields(context.tx, subject)).filter(({ retiredAt }) => retiredAt === null) }
  }

  @FieldResolver()
  usedBy(@Root() field: FieldRow, @Ctx() context: GraphContext) {
    return usesOfField.load(context, field.id)
  }
}

const changed = async (context: GraphContext, { id }: { id: string }) => ({ customField: await fieldById.load(context, id) })

export const customFieldResolvers = [CustomFieldResolver]
