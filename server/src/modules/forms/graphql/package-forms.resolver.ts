import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { GraphContext } from '../../../graphql-kit/context.ts'
import { Package } from '../../packages/graphql/package.type.ts'
import type { PackageRow } from '../../packages/service/index.ts'
import { formsWithPackage } from './options.loaders.ts'

@Resolver(() => Package)
export class PackageFormsResolver {
  @FieldResolver(() => Int, { description: 'How many forms name it, of those that the caller may see.' })
  formCount(@Root() row: PackageRow, @Ctx() context: GraphContext) {
    return formsWithPackage.load(context, row.id)
  }
}
