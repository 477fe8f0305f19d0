import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react'
import { useState, type FormEvent } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../test/expect-accessible.ts'
import { show } from '../test/show.tsx'
import { Button, ButtonLink, IconButton } from './button.tsx'
import { Checkbox } from './checkbox.tsx'
import { Chip } from './chip.tsx'
import { Dialog } from './dialog.tsx'
import { FilterMenu } from './filter-menu.tsx'
import { FormFrame } from './form-frame.tsx'
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

describe('a dialog with a form', () => {
  function Page({ isPassing = false }: { isPassing?: boolean }) {
    const [open, setOpen] = useState(false)
    const [sent, setSent] = useState(false)
    return (
      <>
        <Button onClick={() => setOpen(true)}>Add</Button>
        <Dialog open={open} onOpenChange={setOpen} title="Add a package" description="What you sell." actions={null}>
          {sent ? (
            <p>Its key is 12.</p>
          ) : (
            <FormFrame problem={undefined} isPassing={isPassing} onSubmit={() => Promise.resolve(setSent(true))}>
              <TextField label="Name" />
              <Button type="submit">Send</Button>
            </FormFrame>
          )}
        </Dialog>
      </>
    )
  }
  const begin = async (props: { isPassing?: boolean } = {}) => {
    const { user } = show(<Page {...props} />)
    await user.click(screen.getByRole('button', { name: 'Add' }))
    return { user, name: await screen.findByRole<HTMLInputElement>('textbox', { name: 'Name' }) }
  }
  const isClosed = async () => {
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add' })))
  }

  it('closes by Esc as long as nothing was typed', async () => {
    const { user } = await begin()
    await user.keyboard('{Escape}')
    await isClosed()
  })

  it('asks before Esc discards what was typed, and goes on where it was', async () => {
    const { user, name } = await begin()
    await user.type(name, 'Growth')
    await user.keyboard('{Escape}')
    const question = await screen.findByRole('dialog', { name: 'Discard what you typed?' })
    await expectAccessible(question)
    await user.click(screen.getByRole('button', { name: 'Keep writing' }))
    await waitFor(() => expect(document.activeElement).toBe(name))
    expect(name.value).toBe('Growth')
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Discard' }))
    await isClosed()
    await user.click(screen.getByRole('button', { name: 'Add' }))
    await user.keyboard('{Escape}')
    await isClosed()
  })

  it('asks before a press beside it discards what was typed', async () => {
    const { user, name } = await begin()
    await user.type(name, 'Growth')
    fireEvent.pointerDown(document.body)
    fireEvent.click(document.body)
    expect(await screen.findByRole('dialog', { name: 'Discard what you typed?' })).toBeTruthy()
    expect(name.value).toBe('Growth')
  })

  it('asks nothing once what was typed was sent, or where it is worth nothing', async () => {
    const first = await begin()
    await first.user.type(first.name, 'Growth{Enter}')
    expect(await screen.findByText('Its key is 12.')).toBeTruthy()
    await first.user.keyboard('{Escape}')
    await isClosed()
    cleanup()
    const other = await begin({ isPassing: true })
    await other.user.type(other.name, 'Growth')
    await other.user.keyboard('{Escape}')
    await isClosed()
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
