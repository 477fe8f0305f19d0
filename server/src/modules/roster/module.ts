import type { DomainModule } from '../../kernel/module.ts'
import { peopleResolvers } from './graphql/people.resolver.ts'
import { rosterRules } from './graphql/roster.rules.ts'
import { sourceResolvers } from './graphql/sources.resolver.ts'

export const rosterModule: DomainModule = { name: 'roster', resolvers: [...peopleResolvers, ...sourceResolvers], rules: rosterRules }
