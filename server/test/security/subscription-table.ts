import type { Scope } from '../../src/kernel/actor.ts'
import { admins, members, type RootField } from './expected.ts'

/** Who may follow a subscription. */
export interface SubscriptionField {
  expected: RootField['expected']
  document: string
  /** An API key needs one of them. */
  keys: readonly Scope[]
}

/** Every subscription. One that is missing here fails the matrix. */
export const subscriptions: Readonly<Record<string, SubscriptionField>> = {
  activity: {
    // Of their own organization, and there of what is theirs: `subscriptions.security.test.ts` asks what each is told.
    expected: members,
    document: 'subscription { activity { kind recordId count event { id leadName } payment { id } } }',
    keys: ['events:read', 'payments:read'],
  },
  jobProgress: {
    // Whoever is let in follows a job of their own organization alone: `job-progress.http.test.ts` asks what each is told.
    expected: admins('allowed'),
    document: 'subscription { jobProgress(id: "0199f0aa-0000-7000-8000-000000000001") { id state summary } }',
    keys: ['connections:read'],
  },
}
