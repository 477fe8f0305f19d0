import type { OrderedList } from '../../../kernel/ordered-list.ts'

export const callOutcomeList: OrderedList = { table: 'call_outcomes', noun: 'outcome' }
export const opportunityStatusList: OrderedList = { table: 'opportunity_statuses', noun: 'status' }
