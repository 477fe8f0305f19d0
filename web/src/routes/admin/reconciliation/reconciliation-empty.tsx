import { ButtonLink } from '../../../components/button.tsx'
import { EmptyState } from '../../../components/empty-state.tsx'
import { reconciliationTo } from '../../../lib/page-search.ts'
import type { ReconciliationState } from './use-reconciliation.ts'

const words: Readonly<Record<ReconciliationState['list'], { title: string; text: string }>> = {
  reported: {
    title: 'Every report is accounted for',
    text: 'Cash that closers report waits here until its payment comes, or you say what became of it.',
  },
  processor: {
    title: 'Every payment is accounted for',
    text: 'Payments that no closer reported stand here once the form of their call is filed.',
  },
  differing: {
    title: 'No amounts differ',
    text: 'Where a lead paid another amount than their closer reported, the two stand here side by side.',
  },
}

/** Nothing waits: what would stand here. */
export function ReconciliationEmpty({ list, narrowed }: { list: ReconciliationState['list']; narrowed: boolean }) {
  return (
    <EmptyState
      title={narrowed ? `${words[list].title} in this period` : words[list].title}
      actions={
        narrowed ? (
          <ButtonLink to={reconciliationTo({ list })} size="md">
            Look at all days
          </ButtonLink>
        ) : (
          <ButtonLink to="/payments" size="md">
            Go to the payments
          </ButtonLink>
        )
      }
    >
      {words[list].text}
    </EmptyState>
  )
}
