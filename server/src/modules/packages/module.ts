import type { DomainModule } from '../../kernel/module.ts'
import { packageResolvers } from './graphql/packages.resolver.ts'
import { packageRules } from './graphql/packages.rules.ts'

export const packagesModule: DomainModule = { name: 'packages', resolvers: packageResolvers, rules: packageRules }
