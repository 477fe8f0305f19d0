import type { DomainModule } from '../../kernel/module.ts'
import { platformResolvers } from './graphql/platform.resolvers.ts'
import { platformRules } from './graphql/platform.rules.ts'
import { purgeOrganizations, purgeOrganizationsJob } from './jobs/purge-organizations.job.ts'

export const platformModule: DomainModule = {
  name: 'platform',
  resolvers: platformResolvers,
  rules: platformRules,
  jobs: [purgeOrganizationsJob],
  schedule: [{ job: purgeOrganizations.name, cron: '17 * * * *' }],
}
