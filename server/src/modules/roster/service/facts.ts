import { defineFact } from '../../../kernel/define-fact.ts'

export type RosterKind = 'closer' | 'setter' | 'source' | 'traffic_type'

/** The roster learned a name or an e-mail address, which earlier bookings may have used. */
export const rosterNamesChanged = defineFact<{ kind: RosterKind; id: string }>()
