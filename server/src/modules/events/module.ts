import type { DomainModule } from '../../kernel/module.ts'
import { rosterNamesChanged } from '../roster/service/index.ts'
import { eventResolvers } from './graphql/events.resolver.ts'
import { eventRules } from './graphql/events.rules.ts'
import { resolvePastBookings } from './service/resolve-past-bookings.ts'

export const eventsModule: DomainModule = {
  name: 'events',
  resolvers: eventResolvers,
  rules: eventRules,
  reactions: [rosterNamesChanged.reactWith(resolvePastBookings)],
}
