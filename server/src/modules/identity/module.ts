import type { DomainModule } from '../../kernel/module.ts'
import { viewerResolvers } from './graphql/viewer.resolver.ts'
import { viewerRules } from './graphql/viewer.rules.ts'

export const identityModule: DomainModule = { name: 'identity', resolvers: viewerResolvers, rules: viewerRules }

export { type Auth, createAuth } from './service/auth.ts'
export { createCallerResolver } from './service/resolve-caller.ts'
