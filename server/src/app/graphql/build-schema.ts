import 'reflect-metadata'
import { GraphQLSchema } from 'graphql'
import { buildSchemaSync, type NonEmptyArray } from 'type-graphql'
import { integrationResolvers } from '../../integrations/graphql/delivery-insight.resolver.ts'
import { domainModules } from '../modules.ts'
import { callFieldsDirectly } from './direct-resolvers.ts'

/** The schema of every domain together, without its rules. */
export function buildSchema(): GraphQLSchema {
  // type-graphql wants classes it can construct; the modules list theirs by the wider type, so that they need not know type-graphql.
  const resolvers = [...domainModules.flatMap((module) => module.resolvers), ...integrationResolvers] as unknown as NonEmptyArray<
    new () => object
  >
  const schema = buildSchemaSync({ resolvers, validate: false, emitSchemaFile: false })
  callFieldsDirectly(schema)
  return schema
}
