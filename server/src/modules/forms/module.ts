import type { DomainModule } from '../../kernel/module.ts'
import { CallOutcomeResolver } from './graphql/call-outcomes.resolver.ts'
import { formDefinitionResolvers } from './graphql/form-definitions.resolver.ts'
import { formResolvers } from './graphql/forms.resolver.ts'
import { formRules } from './graphql/forms.rules.ts'
import { OpportunityStatusResolver } from './graphql/opportunity-statuses.resolver.ts'
import { PackageFormsResolver } from './graphql/package-forms.resolver.ts'

export const formsModule: DomainModule = {
  name: 'forms',
  resolvers: [...formResolvers, ...formDefinitionResolvers, CallOutcomeResolver, OpportunityStatusResolver, PackageFormsResolver],
  rules: formRules,
}
