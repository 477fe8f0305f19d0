import type { DomainModule } from '../../kernel/module.ts'
import { sessionResolvers } from './graphql/sessions.resolver.ts'
import { viewerResolvers } from './graphql/viewer.resolver.ts'
import { viewerRules } from './graphql/viewer.rules.ts'
import { sweepSignIn, sweepSignInJob } from './jobs/sweep-sign-in.job.ts'

export const identityModule: DomainModule = {
  name: 'identity',
  resolvers: [...viewerResolvers, ...sessionResolvers],
  rules: viewerRules,
  jobs: [sweepSignInJob],
  schedule: [{ job: sweepSignIn.name, cron: '41 * * * *' }],
}

export { type Auth, createAuth } from './service/auth.ts'
export { addressHeader, authPaths } from './service/auth-terms.ts'
export { createCallerResolver } from './service/resolve-caller.ts'
export { unattendedHeader } from './service/session-cookie.ts'
