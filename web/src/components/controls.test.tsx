import { screen, waitFor } from '@testing-library/react'
import { useState, type FormEvent } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../test/expect-accessible.ts'
import { show } from '../test/show.tsx'
import { Button, ButtonLink, IconButton } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { Chip } from './chip.tsx'
import { Dialog } from './dialog.tsx'
import { FilterMenu } from './filter-menu.tsx'
import { Menu, MenuItem } from './menu.tsx'
import { Segment } from './segment.tsx'
import { ComboField, SelectField } from './select-field.tsx'
import { Switch } from './switch.tsx'
import { Tabs } from './tabs.tsx'
import { TextArea, TextField } from './text-field.tsx'

const people = ['Maya Okafor', 'Daniel Reyes', 'Priya Raman'].map((label) => ({ value: label.slice(0, 4), label }))

describe('a busy button', () => {
  it('keeps its name and the focus, and ignores presses', async () => {
    const onClick = vi.fn()
    const { user } = show(
      <Button busy onClick={onClick}>
        Save split
      </Button>,
    )
    const button = screen.getByRole('button', { name: 'Save split' })
    await user.click(button)
    expect(onClick).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(button)
    expect(button.getAttribute('aria-busy')).toBe('true')
  })

  it('does not send its form a second time', async () => {
    const onSubmit = vi.fn((event: FormEvent) => event.preventDefault())
    const { user } = show(
      <form onSubmit={onSubmit}>
        <Button type="submit" busy>
          Save
        </Button>
      </form>,
    )
    await user.click(screen.getByRole('button', { name: 'Save' }))
    expect(onSubmit).not.toHaveBeenCalled()
  })
})

describe('a filter', () => {
  function Page() {
    const [selected, setSelected] = useState<readonly string[]>([])
    return (
      <>
        <FilterMenu field="Closer" options={people} selected={selected} onChange={setSelected} />
        <p data-testid="selected">{selected.join(' ')}</p>
      </>
    )
  }

  it('takes any number of values by keys alone', async () => {
    const { user } = show(<Page />)
    await user.tab()
    await user.keyboard('{Enter}')
    await user.keyboard(' {ArrowDown}{ArrowDown}{Enter}')
    expect(screen.getByTestId('selected').textContent).toBe('Maya Priy')
    await expectAccessible(screen.getByRole('dialog'))
    await user.click(screen.getByRole('button', { name: 'Clear' }))
    expect(screen.getByTestId('selected').textContent).toBe('')
  })

  it('names its field and value where it is shown and where it is taken off', async () => {
    const onRemove = vi.fn()
    const { user, container } = show(<Chip field="Closer" value="Maya Okafor" onRemove={onRemove} />)
    await user.click(screen.getByRole('button', { name: 'Remove the filter Closer: Maya Okafor' }))
    expect(onRemove).toHaveBeenCalledOnce()
    await expectAccessible(container)
  })
})

describe('a long list', () => {
  it('is narrowed by typing and chosen by Enter', async () => {
    const onChange = vi.fn()
    const { user } = show(<ComboField label="Closer" options={people} value={null} onChange={onChange} />)
    await user.click(screen.getByRole('button', { name: 'Closer: Choose' }))
    await user.keyboard('rey{Enter}')
    expect(onChange).toHaveBeenCalledWith('Dani')
    expect(screen.queryByRole('listbox')).toBeNull()
  })

  it('says when nothing matches', async () => {
    const { user } = show(<ComboField label="Closer" options={people} value={null} onChange={() => undefined} />)
    await user.click(screen.getByRole('button', { name: 'Closer: Choose' }))
    await user.keyboard('zzz')
    expect(screen.getByRole('status').textContent).toBe('Nothing matches “zzz”.')
  })
})

describe('a short list', () => {
  it('opens by an arrow, goes to a letter, and gives the focus back once something is chosen', async () => {
    const onChange = vi.fn()
    const { user } = show(<SelectField label="Closer" options={people} value="Maya" onChange={onChange} />)
    await user.tab()
    await user.keyboard('{ArrowDown}')
    expect(screen.getByRole('option', { name: 'Maya Okafor' }).getAttribute('aria-selected')).toBe('true')
    await expectAccessible(screen.getByRole('dialog'))
    await user.keyboard('p{Enter}')
    expect(onChange).toHaveBeenCalledWith('Priy')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: /^Closer/ })))
  })
})

describe('a segment', () => {
  it('always keeps one choice', async () => {
    const onChange = vi.fn()
    const { user } = show(
      <Segment
        label="Figure"
        choices={[
          { value: 'cash', label: 'Cash' },
          { value: 'calls', label: 'Calls' },
        ]}
        value="cash"
        onChange={onChange}
      />,
    )
    await user.click(screen.getByRole('radio', { name: 'Cash' }))
    expect(onChange).not.toHaveBeenCalled()
    await user.click(screen.getByRole('radio', { name: 'Calls' }))
    expect(onChange).toHaveBeenCalledWith('calls')
  })
})

describe('a dialog', () => {
  function Page() {
    const [open, setOpen] = useState(false)
    return (
      <>
        <Button onClick={() => setOpen(true)}>Refund</Button>
        <Dialog
          open={open}
          onOpenChange={setOpen}
          title="Refund $3,000.00 to Hannah Brandt?"
          description="It takes back $360.00 of commission."
          actions={<Button onClick={() => setOpen(false)}>Keep the payment</Button>}
        />
      </>
    )
  }

  it('is named by its question, closes by Esc and gives the focus back', async () => {
    const { user } = show(<Page />)
    await user.click(screen.getByRole('button', { name: 'Refund' }))
    const dialog = screen.getByRole('dialog', { name: 'Refund $3,000.00 to Hannah Brandt?' })
    expect(dialog.contains(document.activeElement)).toBe(true)
    await expectAccessible(dialog)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Refund' })))
  })
})

describe('a menu', () => {
  it('runs what is chosen by keys', async () => {
    const onSelect = vi.fn()
    const { user } = show(
      <Menu trigger={<IconButton label="More">…</IconButton>}>
        <MenuItem>Copy link</MenuItem>
        <MenuItem danger onSelect={onSelect}>
          Delete
        </MenuItem>
      </Menu>,
    )
    await user.tab()
    await user.keyboard('{Enter}{ArrowDown}')
    await expectAccessible(screen.getByRole('menu'))
    await user.keyboard('{Enter}')
    expect(onSelect).toHaveBeenCalledOnce()
  })
})

describe('the controls at rest', () => {
  it('have nothing that axe finds', async () => {
    const { container } = show(
      <main>
        <h1>Controls</h1>
        <Button variant="primary">Save</Button>
        <ButtonLink to="/">Home</ButtonLink>
        <IconButton label="Close">×</IconButton>
        <TextField label="Name" hint="As on the invoice" />
        <TextField label="Amount" error="Enter an amount" optional />
        <TextArea label="Notes" />
        <SelectField label="Package" options={people} value={null} onChange={() => undefined} />
        <ComboField label="Closer" options={people} value="Maya" onChange={() => undefined} />
        <Checkbox label="All" checked="indeterminate" onChange={() => undefined} />
        <Switch label="Lock" detail="Off" checked={false} onChange={() => undefined} />
        <Segment label="Size" choices={[{ value: 'a', label: 'A' }]} value="a" onChange={() => undefined} />
        <Tabs label="Views" current="a" tabs={[{ id: 'a', label: 'All', count: 3, to: '?' }]} />
      </main>,
    )
    await expectAccessible(container)
  })
})
