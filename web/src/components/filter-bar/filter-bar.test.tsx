import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { FilterBar, type FilterBarProps } from './filter-bar.tsx'
import { beside, choicesField, flagField, periodField, wordsField, wordsOf } from './filter-field.ts'

const people = [
  { value: 'c1', label: 'Maya Okafor' },
  { value: 'c2', label: 'Daniel Reyes' },
  { value: 'c3', label: 'Ines Brandt' },
]
const states = wordsOf(['REPORTED', 'REFUNDED'], (state) => state.toLowerCase())
const never = vi.fn()

const bar = (fields: FilterBarProps['fields'], props: Partial<FilterBarProps> = {}) =>
  show(
    <FilterBar
      search={{ label: 'Search', placeholder: 'Name', value: '', onSearch: never }}
      fields={fields}
      today="2026-11-20"
      narrowed={false}
      onClear={never}
      {...props}
    />,
  )

const chips = () =>
  screen.queryAllByRole('button', { name: /^Remove the filter/ }).map((chip) => chip.getAttribute('aria-label'))

describe('a filter bar', () => {
  it('says of a field what is chosen: two by name, more by their number, and what is unknown by its number', async () => {
    const { container } = bar([
      choicesField('Closer', people, ['c1', 'c2'], never),
      choicesField('Setter', people, ['c1', 'c2', 'c3'], never),
      choicesField('Source', [], ['gone'], never),
      wordsField('State', states, ['REFUNDED'], never),
      periodField('Paid', { from: '2026-11-01', to: '2026-11-20' }, never),
      flagField('Form', 'Overdue', true, never),
    ])
    expect(chips()).toEqual([
      'Remove the filter Closer: Maya Okafor, Daniel Reyes',
      'Remove the filter Setter: 3 chosen',
      'Remove the filter Source: 1 chosen',
      'Remove the filter State: refunded',
      'Remove the filter Paid: Nov 1 – 20',
      'Remove the filter Form: Overdue',
    ])
    await expectAccessible(container)
  })

  it('offers no field without values, and neither a period nor a flag that is on', async () => {
    const { user } = bar([
      choicesField('Closer', people, ['c1'], never),
      choicesField('Setter', [], [], never),
      periodField('Scheduled', { from: '2026-11-01', to: '2026-11-20' }, never),
      periodField('Booked', null, never),
      flagField('Form', 'Overdue', true, never),
      flagField('Moved calls', 'Last only', false, never),
    ])
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    const offered = screen.getAllByRole('option').map((option) => option.textContent)
    expect(offered).toEqual(['Closer', 'Booked', 'Moved calls: last only'])
  })

  it('adds values to those of a field, and a preset as its period', async () => {
    const [choose, date] = [vi.fn(), vi.fn()]
    const { user } = bar([wordsField('State', states, ['REFUNDED'], choose), periodField('Paid', null, date)])
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await user.click(screen.getByRole('option', { name: 'State' }))
    await user.click(screen.getByRole('option', { name: 'reported' }))
    expect(choose).toHaveBeenLastCalledWith(['REPORTED', 'REFUNDED'])
    await user.click(screen.getByRole('button', { name: 'State' }))
    await user.click(screen.getByRole('option', { name: 'Paid' }))
    await user.click(screen.getByRole('button', { name: 'Last month' }))
    expect(date).toHaveBeenLastCalledWith({ from: '2026-10-01', to: '2026-10-31' })
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('takes a field off by its chip, and everything by one press where anything narrows', async () => {
    const [none, clear] = [vi.fn(), vi.fn()]
    const { user } = bar([choicesField('Closer', people, ['c1'], none)], { narrowed: true, onClear: clear })
    await user.click(screen.getByRole('button', { name: /^Remove the filter/ }))
    expect(none).toHaveBeenCalledWith([])
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(clear).toHaveBeenCalledOnce()
  })
})

describe('a text or a span', () => {
  it('is asked for in a small form, said by its chip, and refused where it is none', async () => {
    const [write, span] = [vi.fn(), vi.fn()]
    const { user, container } = bar([
      { kind: 'text', label: 'Note', text: '', change: write },
      { kind: 'range', label: 'Budget', from: '500', to: '', unit: 'USD', change: span },
    ])
    expect(chips()).toEqual(['Remove the filter Budget: 500 or more USD'])
    await user.click(screen.getByRole('button', { name: 'Filter' }))
    await user.click(screen.getByRole('option', { name: 'Note' }))
    await user.type(screen.getByRole('textbox', { name: 'Note contains' }), ' ships {Enter}')
    expect(write).toHaveBeenCalledWith('ships')

    await user.click(screen.getByRole('button', { name: /^Budget.*Change$/ }))
    const to = screen.getByRole('textbox', { name: 'Budget to' })
    await user.type(to, '100{Enter}')
    expect(screen.getByText('This is below where it begins')).toBeDefined()
    await user.clear(to)
    await user.type(to, '1,000.50{Enter}')
    expect(span.mock.calls).toEqual([['500', '1000.50']])
    await expectAccessible(container)
  })

  it('has a label of its own where a list has it already', () => {
    const own = { kind: 'text', label: 'closer', text: '', change: never } as const
    expect(beside([choicesField('Closer', people, [], never)], [own]).map(({ label }) => label)).toEqual([
      'Closer',
      'closer (field)',
    ])
  })
})

it('lets values through that are of the set alone', () => {
  const change = vi.fn()
  wordsField('State', states, [], change).change(['LOST', 'REPORTED'])
  expect(change).toHaveBeenCalledWith(['REPORTED'])
})
