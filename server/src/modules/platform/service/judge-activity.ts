/** What became of the webhooks of seven days. */
export interface DeliveryCounts {
  deliveries: number
  refused: number
  failed: number
  parked: number
  held: number
}

/** How an organization does, in a word: the worst that is true of it. */
export type OrganizationHealth = 'not_connected' | 'failing' | 'refusing' | 'quiet' | 'good'

/** From so many refused webhooks of a hundred on, a secret is wrong rather than a stranger knocking. */
const refusedPercent = 10

/** Judges by what arrived in seven days. Deliveries that are held wait for the organization itself, and are no fault. */
export function judgeActivity(connected: boolean, { deliveries, refused, failed, parked }: DeliveryCounts): OrganizationHealth {
  if (!connected) return 'not_connected'
  if (failed + parked > 0) return 'failing'
  if (refused > 0 && refused * 100 >= deliveries * refusedPercent) return 'refusing'
  return deliveries === refused ? 'quiet' : 'good'
}
