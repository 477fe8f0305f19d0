import type { DomainModule } from '../../kernel/module.ts'
import { customFieldResolvers } from './graphql/custom-fields.resolver.ts'
import { fieldRules } from './graphql/fields.rules.ts'

export const fieldsModule: DomainModule = { name: 'fields', resolvers: customFieldResolvers, rules: fieldRules }
