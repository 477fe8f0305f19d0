import 'reflect-metadata'
import { GraphQLSchema } from 'graphql'
import { buildSchemaSync } from 'type-graphql'
import { integrationResolvers } from '../../integrations/graphql/delivery-insight.resolver.ts'
import { domainModules } from '../modules.ts'
import { callFieldsDirectly } from './direct-resolvers.ts'

/** The schema of every domain together, without its rules. */
export function buildSchema(): GraphQLSchema {
  const [first, ...others] = [...domainModules.flatMap((module) => module.resolvers), ...integrationResolvers]
  if (!first) throw new Error('No domain brings a resolver.')
  const schema = buildSchemaSync({ resolvers: [first, ...others], validate: false, emitSchemaFile: false })
  callFieldsDirectly(schema)
  return schema
}
