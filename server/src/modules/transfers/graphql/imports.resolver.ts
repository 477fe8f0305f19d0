import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { defineConnection, toConnection } from '../../../graphql-kit/connection.ts'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { readFieldValues } from '../../../graphql-kit/field-value.type.ts'
import { PageArgs } from '../../../graphql-kit/page.args.ts'
import { importLeads } from '../service/import-leads.ts'
import { countImports, listImports, loadImport } from '../service/list-imports.ts'
import { Import, ImportLeadsInput, ImportLeadsPayload } from './import.type.ts'

const { Connection: ImportConnection, ConnectionResolver: ImportConnectionResolver } = defineConnection('Import', () => Import)

@Resolver()
class ImportResolver {
  @Query(() => ImportConnection, { description: 'Imports, the newest first.' })
  async imports(@Args(() => PageArgs) page: PageArgs, @Ctx() context: GraphContext) {
    return toConnection(await listImports(context.tx, page), () => countImports(context.tx))
  }

  @Mutation(() => ImportLeadsPayload, {
    description: 'Imports leads, each found by e-mail address or phone number or made. It counts as one of the month’s imports.',
  })
  async importLeads(
    @Arg('input', () => ImportLeadsInput, { description: 'The file.' }) input: ImportLeadsInput,
    @Ctx() context: GraphContext,
  ) {
    const rows = input.rows.map(({ customFields, ...row }, index) => ({
      ...row,
      customFields: customFields ? readFieldValues(customFields, `rows.${index}.customFields`) : null,
    }))
    const { id } = await context.write('importLeads', input, (tx) =>
      importLeads({ actor: context.actor, input: { fileName: input.fileName, rows }, tx }),
    )
    return { import: await loadImport(context.tx, id) }
  }
}

export const importResolvers = [ImportResolver, ImportConnectionResolver]
