import type { OrderedList } from '../../../kernel/ordered-list.ts'

export const packageList: OrderedList = { table: 'packages', noun: 'package' }
