import type { DomainModule } from '../../kernel/module.ts'
import { auditResolvers } from './graphql/audit.resolver.ts'
import { auditRules } from './graphql/audit.rules.ts'
import { signAuditHeads, signAuditHeadsJob } from './jobs/sign-audit-heads.job.ts'

export const auditModule: DomainModule = {
  name: 'audit',
  resolvers: auditResolvers,
  rules: auditRules,
  jobs: [signAuditHeadsJob],
  schedule: [{ job: signAuditHeads.name, cron: '* * * * *' }],
}

export { knownHeads, lineOf } from './service/report-line.ts'
export { verifyAudits } from './service/verify-audits.ts'
