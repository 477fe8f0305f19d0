import type { DomainModule } from '../kernel/module.ts'
import { activityModule } from '../modules/activity/module.ts'
import { attributionModule } from '../modules/attribution/module.ts'
import { auditModule } from '../modules/audit/module.ts'
import { availabilityModule } from '../modules/availability/module.ts'
import { connectionsModule } from '../modules/connections/module.ts'
import { contactsModule } from '../modules/contacts/module.ts'
import { eventsModule } from '../modules/events/module.ts'
import { fieldsModule } from '../modules/fields/module.ts'
import { formsModule } from '../modules/forms/module.ts'
import { goalsModule } from '../modules/goals/module.ts'
import { identityModule } from '../modules/identity/module.ts'
import { leadsModule } from '../modules/leads/module.ts'
import { metricsModule } from '../modules/metrics/module.ts'
import { organizationsModule } from '../modules/organizations/module.ts'
import { packagesModule } from '../modules/packages/module.ts'
import { paymentsModule } from '../modules/payments/module.ts'
import { platformModule } from '../modules/platform/module.ts'
import { ratesModule } from '../modules/rates/module.ts'
import { remindersModule } from '../modules/reminders/module.ts'
import { rosterModule } from '../modules/roster/module.ts'
import { runsModule } from '../modules/runs/module.ts'
import { statementsModule } from '../modules/statements/module.ts'
import { transfersModule } from '../modules/transfers/module.ts'

/** Every domain, each after those that it builds on. Reactions to one fact run in this order. */
export const domainModules: readonly DomainModule[] = [
  identityModule,
  organizationsModule,
  rosterModule,
  packagesModule,
  fieldsModule,
  connectionsModule,
  runsModule,
  availabilityModule,
  leadsModule,
  eventsModule,
  formsModule,
  remindersModule,
  ratesModule,
  paymentsModule,
  attributionModule,
  contactsModule,
  activityModule,
  metricsModule,
  statementsModule,
  goalsModule,
  transfersModule,
  auditModule,
  platformModule,
]

/** Lets every domain react to the facts of earlier ones. Registering twice changes nothing. */
export function registerReactions(): void {
  for (const module of domainModules) for (const reaction of module.reactions ?? []) reaction.register()
}
