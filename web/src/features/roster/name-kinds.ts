import type { NameKind } from '../../apollo/generated/graphql.ts'

/** What names on bookings are names of: as the roster calls it, and as bookings use it. */
export const nameKinds: Readonly<Record<NameKind, { label: string; word: string; names: string }>> = {
  SETTER: { label: 'Setters', word: 'setter', names: 'setter' },
  CLOSER: { label: 'Hosts', word: 'closer', names: 'host' },
  SOURCE: { label: 'Sources', word: 'source', names: 'source' },
  TRAFFIC_TYPE: { label: 'Traffic types', word: 'traffic type', names: 'traffic type' },
}
