import type { ReactNode } from 'react'
import { useMediaQuery, wideEnough } from '../../lib/use-media-query.ts'
import type { DataTableProps } from './data-table-props.ts'
import { NarrowRows } from './narrow-rows.tsx'
import { WideRows } from './wide-rows.tsx'

/** A table of records: ruled rows of 36 px, drawn only where seen; of two lines below 768. Fills the height that it is given. */
export function DataTable<Row>(props: DataTableProps<Row>) {
  const wide = useMediaQuery(wideEnough.tablet)
  return (
    <div className="flex min-h-0 min-w-0 flex-1 flex-col">
      {wide ? <WideRows {...props} /> : <NarrowRows {...props} />}
      {props.footer && <TableFooter>{props.footer}</TableFooter>}
    </div>
  )
}

/** The bar below a table, 36 px; on its own where it runs on under the side panel. */
export function TableFooter({ children }: { children: ReactNode }) {
  return (
    <div className="flex h-9 shrink-0 items-center gap-6 overflow-hidden border-t border-line bg-canvas px-4 text-small whitespace-nowrap text-fg-2 md:px-6">
      {children}
    </div>
  )
}
