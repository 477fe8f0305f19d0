import type { Column } from '../../components/data-table/column.ts'
import { DateTime } from '../../components/figures.tsx'
import type { ActRow } from './act-row.ts'
import { actWords } from './organization-words.ts'

/** What operators did, a row each. */
export const actColumns: readonly Column<ActRow>[] = [
  { id: 'at', header: 'When', width: 158, narrow: 'figure', tone: 'quiet', cell: ({ at }) => <DateTime at={at} /> },
  { id: 'operator', header: 'Operator', width: 150, narrow: 'none', cell: ({ operatorName }) => operatorName },
  { id: 'act', header: 'Act', width: 180, tone: 'strong', narrow: 'title', cell: ({ act }) => actWords[act] },
  {
    id: 'subject',
    header: 'What or whom',
    width: 320,
    narrow: 'detail',
    cell: ({ subject }) => <span title={subject}>{subject}</span>,
  },
  {
    id: 'reason',
    header: 'Why',
    narrow: 'none',
    tone: 'quiet',
    cell: ({ reason }) => <span title={reason}>{reason}</span>,
  },
  { id: 'address', header: 'From', width: 130, narrow: 'none', drop: 1, tone: 'quiet', cell: ({ address }) => address },
]
