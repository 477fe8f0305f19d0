import 'reflect-metadata'
import { GraphQLSchema } from 'graphql'
import { buildSchemaSync, type PubSub } from 'type-graphql'
import { integrationResolvers } from '../../integrations/graphql/delivery-insight.resolver.ts'
import { domainModules } from '../modules.ts'
import { callFieldsDirectly } from './direct-resolvers.ts'

/** The library wants one for topics. Our subscriptions name none: each says itself what it follows. */
const noTopics: PubSub = {
  publish: () => {
    throw new Error('Nothing is published by topics')
  },
  subscribe: () => {
    throw new Error('Nothing is published by topics')
  },
}

/** The schema of every domain together, without its rules. */
export function buildSchema(): GraphQLSchema {
  const [first, ...others] = [...domainModules.flatMap((module) => module.resolvers), ...integrationResolvers]
  if (!first) throw new Error('No domain brings a resolver.')
  const schema = buildSchemaSync({ resolvers: [first, ...others], validate: false, emitSchemaFile: false, pubSub: noTopics })
  callFieldsDirectly(schema)
  return schema
}
