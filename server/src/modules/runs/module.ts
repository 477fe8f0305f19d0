import type { DomainModule } from '../../kernel/module.ts'
import { jobResolvers } from './graphql/jobs.resolver.ts'
import { jobRules } from './graphql/jobs.rules.ts'
import { goOnWhenReopened, goOnWithRunsJob } from './service/go-on-when-reopened.ts'

export const runsModule: DomainModule = {
  name: 'runs',
  resolvers: jobResolvers,
  rules: jobRules,
  reactions: [goOnWhenReopened],
  jobs: [goOnWithRunsJob],
}
