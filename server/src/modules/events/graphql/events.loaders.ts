import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { type EventRow, loadCopies, loadEvents, loadOverdue, loadSuccessors } from '../service/event-rows.ts'
import { type HistoryRow, loadHistory } from '../service/load-history.ts'

export const eventById = defineLoader<EventRow | null>(loadEvents, null)
export const successorOfEvent = defineLoader<EventRow | null>(loadSuccessors, null)
export const overdueOfEvent = defineLoader<boolean>(loadOverdue, false)
export const historyOfEvent = defineLoader<readonly HistoryRow[]>(loadHistory, [])
export const copiesOfEvent = defineLoader<readonly EventRow[]>(loadCopies, [])
