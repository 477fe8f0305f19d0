import { defineFact } from '../../../kernel/define-fact.ts'

/** The roster learned a name or an e-mail address, which earlier bookings may have used. */
export const rosterNamesChanged = defineFact<{ kind: 'closer' | 'setter' | 'source'; id: string }>()
