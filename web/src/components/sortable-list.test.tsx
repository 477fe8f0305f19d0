import { act, cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../test/expect-accessible.ts'
import { show } from '../test/show.tsx'
import { KeptList } from './kept-list.tsx'
import { SortableList } from './sortable-list.tsx'

const rows = ['Won', 'Thinking it over', 'Lost'].map((name, index) => ({ id: `o${index}`, name }))
type Row = (typeof rows)[number]

const order = () => screen.getAllByRole('listitem').map((row) => row.textContent)
const handle = (name: string) => screen.getByRole('button', { name: `Move ${name}` })

describe('a list that people put into order', () => {
  function Page({ onSort }: { onSort: (ids: readonly string[]) => Promise<void> }) {
    const [shown, setShown] = useState<readonly Row[]>(rows)
    return (
      <SortableList
        label="Outcomes"
        rows={shown}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        onSort={async (ids) => {
          await onSort(ids)
          setShown(ids.flatMap((id) => rows.find((row) => row.id === id) ?? []))
        }}
      >
        {({ name }) => name}
      </SortableList>
    )
  }

  it('is moved by keys alone: the row keeps the focus, and its place is said', async () => {
    const onSort = vi.fn(() => Promise.resolve())
    const { user, container } = show(<Page onSort={onSort} />)
    handle('Won').focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(order()).toEqual(['Thinking it over', 'Lost', 'Won'])
    expect(document.activeElement).toBe(handle('Won'))
    expect(screen.getByText('Won is 3 of 3')).toBeTruthy()
    await user.keyboard('{Home}')
    expect(order()).toEqual(['Won', 'Thinking it over', 'Lost'])
    await user.keyboard('{End}')
    // What is stored is where it came to rest, once.
    await waitFor(() => expect(onSort.mock.calls).toEqual([[['o1', 'o2', 'o0']]]))
    await expectAccessible(container)
  })

  it('shows the order as it was where storing it failed', async () => {
    // Whoever stores it says what failed, and gives the rows as they stand.
    const { user } = show(
      <SortableList
        label="Outcomes"
        rows={rows}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        onSort={() => Promise.resolve()}
      >
        {({ name }) => name}
      </SortableList>,
    )
    handle('Lost').focus()
    await user.keyboard('{ArrowUp}')
    expect(order()).toEqual(['Won', 'Lost', 'Thinking it over'])
    await waitFor(() => expect(order()).toEqual(['Won', 'Thinking it over', 'Lost']))
  })

  it('is stored at once where it is left before it has come to rest, and only once', async () => {
    const onSort = vi.fn(() => Promise.resolve())
    const { user } = show(<Page onSort={onSort} />)
    handle('Won').focus()
    await user.keyboard('{ArrowDown}')
    expect(onSort).not.toHaveBeenCalled()
    cleanup()
    expect(onSort.mock.calls).toEqual([[['o1', 'o0', 'o2']]])
  })

  it('is not stored again where it is left after it was stored', async () => {
    const onSort = vi.fn(() => Promise.resolve())
    const { user } = show(<Page onSort={onSort} />)
    handle('Won').focus()
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(onSort).toHaveBeenCalledOnce())
    cleanup()
    expect(onSort).toHaveBeenCalledOnce()
  })

  it('stores a row that is dragged only once it is let go', () => {
    vi.useFakeTimers()
    try {
      const onSort = vi.fn(() => Promise.resolve())
      show(<Page onSort={onSort} />)
      fireEvent.pointerDown(handle('Lost'), { button: 0 })
      // Nothing is laid out here: a pointer above everything moves it to the top.
      fireEvent.pointerMove(window, { clientY: -1 })
      expect(order()).toEqual(['Lost', 'Won', 'Thinking it over'])
      act(() => void vi.advanceTimersByTime(10_000))
      expect(onSort).not.toHaveBeenCalled()
      fireEvent.pointerUp(window)
      act(() => void vi.advanceTimersByTime(10_000))
      expect(onSort.mock.calls).toEqual([[['o2', 'o0', 'o1']]])
    } finally {
      vi.useRealTimers()
    }
  })
})

describe('a list that an organization keeps', () => {
  const keep = (change: { rows?: readonly Row[]; retired?: readonly Row[] } = {}) => {
    const acts = { onAdd: vi.fn(), onEdit: vi.fn(), onRetire: vi.fn(), onRestore: vi.fn() }
    const shown = show(
      <KeptList
        title="Call outcomes"
        about="What came of a call."
        addLabel="Add an outcome"
        emptyText="No outcomes yet."
        rows={rows}
        retired={[]}
        rowId={({ id }: Row) => id}
        rowName={({ name }) => name}
        onSort={() => Promise.resolve()}
        {...acts}
        {...change}
      >
        {({ name }) => name}
      </KeptList>,
    )
    return { ...shown, ...acts }
  }

  it('is added to, and each entry is changed and retired', async () => {
    const { user, onAdd, onEdit, onRetire, container } = keep()
    await user.click(screen.getByRole('button', { name: 'Add an outcome' }))
    expect(onAdd).toHaveBeenCalledTimes(1)
    await user.click(screen.getByRole('button', { name: 'Change Lost' }))
    expect(onEdit).toHaveBeenCalledWith(rows[2])
    await user.click(screen.getByRole('button', { name: 'More to do with Won' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Retire' }))
    expect(onRetire).toHaveBeenCalledWith(rows[0])
    await expectAccessible(container)
  })

  it('keeps what is retired out of the way, and brings it back', async () => {
    const { user, onRestore, container } = keep({ rows: rows.slice(0, 1), retired: rows.slice(1) })
    // One alone is in order.
    expect(screen.queryByRole('button', { name: 'Move Won' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Bring Lost back' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Retired 2' }))
    const retired = screen.getByRole('list', { name: 'Retired: call outcomes' })
    await user.click(within(retired).getByRole('button', { name: 'Bring Lost back' }))
    expect(onRestore).toHaveBeenCalledWith(rows[2])
    await expectAccessible(container)
  })

  it('says what fills it while it is empty', () => {
    keep({ rows: [] })
    expect(screen.getByText('No outcomes yet.')).toBeTruthy()
  })
})
