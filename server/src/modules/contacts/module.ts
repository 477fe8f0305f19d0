import type { DomainModule } from '../../kernel/module.ts'
import { contactResolvers } from './graphql/contacts.resolver.ts'
import { contactRules } from './graphql/contacts.rules.ts'

export const contactsModule: DomainModule = { name: 'contacts', resolvers: contactResolvers, rules: contactRules }
