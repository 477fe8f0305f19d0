import type { Tx } from '../database/tx.ts'
import { mappingOf } from '../modules/connections/service/index.ts'
import { readMapping } from '../modules/events/service/index.ts'
import { type LeadMessage, recordLead } from '../modules/leads/service/index.ts'
import type { Processed, StoredMessage } from './integration.ts'

/** A contact, and whatever was said of them under some name: the connection's mapping says which of it tells where they came from. */
export type MappedLead = Omit<LeadMessage, 'sourceName' | 'trafficTypeName'> & { fields: readonly { question: string; answer: string }[] }

const untracked = { source: null, medium: null, campaign: null, content: null, term: null }

/** Records a contact whose source stands in a field that the connection's mapping names. */
export async function processLead(tx: Tx, { fields, ...lead }: MappedLead, { connectionId, actor }: StoredMessage): Promise<Processed> {
  const { sourceName, trafficTypeName } = readMapping(await mappingOf(tx, connectionId), { tracking: untracked, answers: fields })
  const { leadId, summary } = await recordLead({ actor, input: { message: { ...lead, sourceName, trafficTypeName }, connectionId }, tx })
  return { state: 'processed', result: summary, touched: [{ kind: 'lead', id: leadId }] }
}
