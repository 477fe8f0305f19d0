import type { DomainModule } from '../../kernel/module.ts'
import { statementResolvers } from './graphql/statement.resolver.ts'
import { statementRules } from './graphql/statements.rules.ts'

export const statementsModule: DomainModule = { name: 'statements', resolvers: statementResolvers, rules: statementRules }
