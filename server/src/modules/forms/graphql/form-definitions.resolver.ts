import { questionNames, settingOf } from '@clinch/schema/forms'
import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { countFieldUses } from '../service/form-usage.ts'
import { type DefinitionRow, listDefinitions, readDefinition } from '../service/form-definitions.ts'
import { saveFormDefinition } from '../service/save-form-definition.ts'
import { SaveFormDefinitionInput, SaveFormDefinitionPayload } from './form-definition.inputs.ts'
import { FormDefinition, FormFieldUsage } from './form-definition.type.ts'

const definitions = defineConnection('FormDefinition', () => FormDefinition)

@Resolver(() => FormDefinition)
class FormDefinitionResolver {
  @Query(() => FormDefinition, { description: "What the organization's post-call form asks." })
  postCallFormDefinition(
    @Arg('version', () => Int, { nullable: true, description: 'One version, 0 for the standard form; the one in force if left out.' })
    version: number | null | undefined,
    @Ctx() context: GraphContext,
  ) {
    return readDefinition(context.tx, version ?? null)
  }

  @Query(() => definitions.Connection, { description: "Every version of the organization's post-call form, the newest first." })
  async postCallFormDefinitions(@Args(() => PageArgs) page: PageArgs, @Ctx() context: GraphContext) {
    const list = await listDefinitions(context.tx, page)
    return toConnection(list.page, list.count)
  }

  @Query(() => [FormFieldUsage], {
    description: "How often the fields of the organization's form are answered, also those that it no longer asks.",
  })
  postCallFormUsage(@Ctx() context: GraphContext) {
    return countFieldUses(context.tx)
  }

  @Mutation(() => SaveFormDefinitionPayload, {
    description: "Changes what the organization's post-call form asks. Forms that are filed keep the version that they were filed under.",
  })
  async saveFormDefinition(
    @Arg('input', () => SaveFormDefinitionInput, { description: 'The form.' }) input: SaveFormDefinitionInput,
    @Ctx() context: GraphContext,
  ) {
    const { version } = await context.write('saveFormDefinition', input, (tx) => saveFormDefinition({ actor: context.actor, input, tx }))
    return { formDefinition: await readDefinition(context.tx, version) }
  }

  @FieldResolver()
  questions(@Root() { definition }: DefinitionRow) {
    return questionNames.map((name) => settingOf(definition, name))
  }

  @FieldResolver()
  fields(@Root() { definition }: DefinitionRow) {
    return definition.fields
  }
}

export const formDefinitionResolvers = [FormDefinitionResolver, definitions.ConnectionResolver]
