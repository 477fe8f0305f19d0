import type { DomainModule } from '../../kernel/module.ts'
import { importResolvers } from './graphql/imports.resolver.ts'
import { importRules } from './graphql/imports.rules.ts'

export const transfersModule: DomainModule = { name: 'transfers', resolvers: importResolvers, rules: importRules }
