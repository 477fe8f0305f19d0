import type { DomainModule } from '../../kernel/module.ts'
import { formResolvers } from './graphql/forms.resolver.ts'
import { formRules } from './graphql/forms.rules.ts'

export const formsModule: DomainModule = { name: 'forms', resolvers: formResolvers, rules: formRules }
