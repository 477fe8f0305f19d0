import { act, fireEvent, screen, within } from '@testing-library/react'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { setViewport } from '../../test/browser.ts'
import { show } from '../../test/show.tsx'
import { fitColumns, type Column, type Sort } from './column.ts'
import { DataTable } from './data-table.tsx'

interface Call {
  id: string
  lead: string
  cash: string
}

const calls = Array.from({ length: 500 }, (_, index): Call => ({
  id: `c${index}`,
  lead: `Lead ${index}`,
  cash: `$${index}.00`,
}))

const columns: Column<Call>[] = [
  { id: 'lead', header: 'Lead', tone: 'strong', sortable: true, cell: (call) => call.lead },
  { id: 'cash', header: 'Cash', width: 120, align: 'end', cell: (call) => call.cash },
]

interface PageProps {
  rows?: readonly Call[]
  onOpen?: (call: Call) => void
  onReachEnd?: () => void
  listKey?: string
}

function Page({ rows = calls, onOpen, onReachEnd, listKey }: PageProps) {
  const [selectedIds, setSelectedIds] = useState<ReadonlySet<string>>(new Set())
  const [openId, setOpenId] = useState<string | null>(null)
  const [sort, setSort] = useState<Sort | null>(null)
  return (
    <>
      <input aria-label="Elsewhere" />
      <DataTable
        label="Calls"
        columns={columns}
        rows={rows}
        rowId={(call) => call.id}
        rowName={(call) => call.lead}
        rowTo={(call) => `/calls/${call.id}`}
        onOpen={(call) => {
          setOpenId(call.id)
          onOpen?.(call)
        }}
        openId={openId}
        onClose={() => setOpenId(null)}
        sort={sort}
        onSort={setSort}
        selectedIds={selectedIds}
        onSelect={setSelectedIds}
        listKey={listKey}
        hasMore={onReachEnd !== undefined}
        onReachEnd={onReachEnd}
        totalCount={500}
        footer={<span>{`${selectedIds.size} selected, ${openId ?? 'none'} open`}</span>}
      />
    </>
  )
}

const state = () => screen.getByText(/selected/).textContent
const focusedLead = () => document.activeElement?.querySelector('a')?.textContent

describe('the table', () => {
  beforeEach(() => setViewport(1440))

  it('draws the rows in sight and tells how many there are', () => {
    show(<Page />)
    const drawn = screen.getAllByRole('row').length
    expect(drawn).toBeGreaterThan(20)
    expect(drawn).toBeLessThan(60)
    expect(screen.getByRole('grid', { name: 'Calls' }).getAttribute('aria-rowcount')).toBe('501')
  })

  it('moves by j and k without being focused first, and by the arrows', async () => {
    const { user } = show(<Page />)
    await user.keyboard('j')
    expect(focusedLead()).toBe('Lead 0')
    await user.keyboard('jj{ArrowDown}k')
    expect(focusedLead()).toBe('Lead 2')
  })

  it('stays at the first row when there is none above', async () => {
    const { user } = show(<Page />)
    await user.keyboard('jkk')
    expect(focusedLead()).toBe('Lead 0')
  })

  it('opens by Enter and closes by Esc', async () => {
    const onOpen = vi.fn()
    const { user } = show(<Page onOpen={onOpen} />)
    await user.keyboard('jj{Enter}')
    expect(onOpen).toHaveBeenCalledWith(calls[1])
    expect(state()).toBe('0 selected, c1 open')
    await user.keyboard('{Escape}')
    expect(state()).toBe('0 selected, none open')
  })

  it('selects by x, lets go by x, and Esc takes the selection before the panel', async () => {
    const { user } = show(<Page />)
    await user.keyboard('j{Enter}xjxjxx')
    expect(state()).toBe('2 selected, c0 open')
    expect(screen.getByRole('row', { name: /Lead 1 / }).getAttribute('aria-selected')).toBe('true')
    await user.keyboard('{Escape}')
    expect(state()).toBe('0 selected, c0 open')
    await user.keyboard('{Escape}')
    expect(state()).toBe('0 selected, none open')
  })

  it('leaves letters to a field in which somebody types', async () => {
    const { user } = show(<Page />)
    await user.type(screen.getByRole('textbox', { name: 'Elsewhere' }), 'jxj')
    expect(screen.getByRole<HTMLInputElement>('textbox').value).toBe('jxj')
    expect(state()).toBe('0 selected, none open')
  })

  it('selects by its boxes without opening, and all loaded rows by the one in the head', async () => {
    const { user } = show(<Page />)
    await user.click(screen.getByRole('checkbox', { name: 'Select Lead 3' }))
    expect(state()).toBe('1 selected, none open')
    expect(screen.getByRole('checkbox', { name: 'Select all rows loaded' }).getAttribute('aria-checked')).toBe('mixed')
    await user.click(screen.getByRole('checkbox', { name: 'Select all rows loaded' }))
    expect(state()).toBe('500 selected, none open')
    await user.click(screen.getByRole('checkbox', { name: 'Select all rows loaded' }))
    expect(state()).toBe('0 selected, none open')
  })

  it('opens by a press, while a press with Ctrl is left to the link', async () => {
    const onOpen = vi.fn()
    const { user, address } = show(<Page onOpen={onOpen} />)
    await user.click(screen.getByText('Lead 4'))
    expect(onOpen).toHaveBeenCalledOnce()
    expect(address()).toBe('/')
    fireEvent.click(screen.getByText('Lead 5'), { ctrlKey: true })
    expect(onOpen).toHaveBeenCalledOnce()
  })

  it('sorts by a head, first up and then down', async () => {
    const { user } = show(<Page />)
    const head = screen.getByRole('columnheader', { name: 'Lead' })
    await user.click(within(head).getByRole('button'))
    expect(head.getAttribute('aria-sort')).toBe('ascending')
    await user.click(within(head).getByRole('button'))
    expect(head.getAttribute('aria-sort')).toBe('descending')
  })

  it('asks once for more when its end comes into sight', async () => {
    const onReachEnd = vi.fn()
    const { user } = show(<Page rows={calls.slice(0, 20)} onReachEnd={onReachEnd} />)
    await act(async () => undefined)
    expect(onReachEnd).toHaveBeenCalledOnce()
    await user.keyboard('jjj')
    expect(onReachEnd).toHaveBeenCalledOnce()
  })

  it('begins at its top when another list takes its place, and asks for more of that one too', async () => {
    const onReachEnd = vi.fn()
    function Turning() {
      const [listKey, setListKey] = useState('closed')
      return (
        <>
          <button onClick={() => setListKey('canceled')}>Turn</button>
          <Page rows={calls.slice(0, 20)} onReachEnd={onReachEnd} listKey={listKey} />
        </>
      )
    }
    const { user } = show(<Turning />)
    const scroller = screen.getByRole('grid').parentElement
    if (!scroller) throw new Error('The table stands in nothing that scrolls.')
    scroller.scrollTop = 300
    await user.click(screen.getByRole('button', { name: 'Turn' }))
    expect(scroller.scrollTop).toBe(0)
    expect(onReachEnd).toHaveBeenCalledTimes(2)
  })

  it('has nothing that axe finds', async () => {
    const { container } = show(<Page rows={calls.slice(0, 5)} />)
    await expectAccessible(container)
  })
})

describe('the table on a phone', () => {
  beforeEach(() => setViewport(390))

  it('gives each row two lines, and opens it by a press', async () => {
    const onOpen = vi.fn()
    const { user, container } = show(<Page rows={calls.slice(0, 5)} onOpen={onOpen} />)
    expect(screen.getAllByRole('listitem')).toHaveLength(5)
    expect(screen.queryByRole('grid')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Lead 2' }))
    expect(onOpen).toHaveBeenCalledWith(calls[2])
    await expectAccessible(container)
  })
})

describe('fitColumns', () => {
  const fitted = (widthPx: number) =>
    fitColumns<Call>(
      [
        { id: 'lead', header: 'Lead', width: 150, cell: () => null },
        { id: 'setter', header: 'Setter', width: 100, drop: 2, cell: () => null },
        { id: 'source', header: 'Source', width: 100, drop: 1, cell: () => null },
        { id: 'cash', header: 'Cash', width: 120, cell: () => null },
      ],
      widthPx,
    )

  it('drops the lowest first, only as many as it must, and never a name or money', () => {
    expect(fitted(470).shown.map((column) => column.id)).toEqual(['lead', 'setter', 'source', 'cash'])
    expect(fitted(469).shown.map((column) => column.id)).toEqual(['lead', 'setter', 'cash'])
    expect(fitted(100)).toMatchObject({ leastWidthPx: 270 })
  })
})
