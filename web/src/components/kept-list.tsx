import { Archive, ChevronRight, Ellipsis, Pencil, Plus } from 'lucide-react'
import { useId, useState, type ReactNode } from 'react'
import { formatCount } from '../lib/format-count.ts'
import { Button, IconButton } from './button.tsx'
import { Menu, MenuItem } from './menu.tsx'
import { Section } from './section.tsx'
import { SortableList } from './sortable-list.tsx'

export interface KeptListProps<Row> {
  title: string
  /** What the list is for, in a sentence. */
  about: string
  /** On its button: `Add an outcome`. */
  addLabel: string
  /** What fills it, where it is empty. */
  emptyText: string
  /** Those in force, in their order. */
  rows: readonly Row[]
  /** Those that are offered no more. */
  retired: readonly Row[]
  rowId: (row: Row) => string
  rowName: (row: Row) => string
  /** What a row shows; pressing it changes the entry. */
  children: (row: Row) => ReactNode
  /** More that can be done with an entry: menu items. */
  menu?: (row: Row) => ReactNode
  /** Takes the whole order; does not reject. */
  onSort: (ids: readonly string[]) => Promise<void>
  onAdd: () => void
  onEdit: (row: Row) => void
  onRetire: (row: Row) => void
  onRestore: (row: Row) => void
}

/** A list that an organization keeps: in its own order, with entries that are retired and can be brought back. */
export function KeptList<Row>({
  title,
  about,
  addLabel,
  emptyText,
  rows,
  retired,
  menu,
  ...props
}: KeptListProps<Row>) {
  const { rowId, rowName, children, onSort, onAdd, onEdit, onRetire, onRestore } = props
  return (
    <Section
      title={title}
      count={rows.length}
      action={
        <Button onClick={onAdd}>
          <Plus aria-hidden size={14} strokeWidth={1.75} />
          {addLabel}
        </Button>
      }
    >
      <p className="mt-1 mb-3 max-w-130 text-pretty text-fg-2">{about}</p>
      {rows.length === 0 ? (
        <p className="border-y border-line py-4 text-fg-3">{emptyText}</p>
      ) : (
        <SortableList label={title} rows={rows} rowId={rowId} rowName={rowName} onSort={onSort}>
          {(row) => (
            <>
              <button
                type="button"
                onClick={() => onEdit(row)}
                className="flex min-h-11 min-w-0 flex-1 items-center rounded-xs px-1.5 py-1.5 text-left hover:bg-(--hover)"
              >
                <span className="sr-only">Change </span>
                {children(row)}
              </button>
              <Menu
                trigger={
                  <IconButton size="md" label={`More to do with ${rowName(row)}`}>
                    <Ellipsis aria-hidden size={14} strokeWidth={1.75} />
                  </IconButton>
                }
              >
                <MenuItem icon={Pencil} onSelect={() => onEdit(row)}>
                  Change
                </MenuItem>
                {menu?.(row)}
                <MenuItem icon={Archive} onSelect={() => onRetire(row)}>
                  Retire
                </MenuItem>
              </Menu>
            </>
          )}
        </SortableList>
      )}
      {retired.length > 0 && (
        <Retired
          label={`Retired: ${title.toLowerCase()}`}
          rows={retired}
          {...{ rowId, rowName, children, onRestore }}
        />
      )}
    </Section>
  )
}

interface RetiredProps<Row> extends Pick<KeptListProps<Row>, 'rows' | 'rowId' | 'rowName' | 'children' | 'onRestore'> {
  label: string
}

/** What is offered no more, out of the way until it is looked for. */
function Retired<Row>({ label, rows, rowId, rowName, children, onRestore }: RetiredProps<Row>) {
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="mt-2">
      <Button variant="quiet" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <ChevronRight
          aria-hidden
          size={14}
          strokeWidth={1.75}
          className={open ? 'rotate-90 transition-transform' : 'transition-transform'}
        />
        Retired <span className="font-normal text-fg-3">{formatCount(rows.length)}</span>
      </Button>
      <ul id={id} hidden={!open} aria-label={label} className="mt-1 border-t border-line">
        {rows.map((row) => (
          <li key={rowId(row)} className="flex min-h-11 items-center gap-2 border-b border-line px-1.5 text-fg-3">
            <div className="flex min-w-0 flex-1 items-center py-1.5">{children(row)}</div>
            <Button aria-label={`Bring ${rowName(row)} back`} onClick={() => onRestore(row)}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}
