import { noPast, standardForm, type FormDefinition } from '@clinch/schema/forms'
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { setViewport } from '../../test/browser.ts'
import { show } from '../../test/show.tsx'
import { FormBuilder, type FormBuilderProps } from './form-builder.tsx'
import { keepDraft, readKeptDraft } from './kept-draft.ts'
import { draftOf, type SavedForm } from './saved-form.ts'
import type { FormSave } from './use-form-builder.ts'
import { VersionList } from './version-list.tsx'

// Menus and lists are slow where a document is made up, and more so on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const saved = vi.fn<FormSave>()
const shown = vi.fn()

const definition: FormDefinition = {
  questions: [],
  fields: [
    {
      key: 'objection',
      kind: 'select',
      label: 'Objection',
      help: null,
      required: false,
      options: [
        { key: 'price', label: 'Price', color: 'rust' },
        { key: 'timing', label: 'Timing', color: null },
      ],
      shownIf: null,
    },
    { key: 'budget', kind: 'money', label: 'Budget', help: null, required: false, options: [], shownIf: null },
  ],
}
const fourth: SavedForm = { version: 4, definition, savedAt: '2026-11-01T10:00:00.000Z', savedByName: 'Nora Whitfield' }

beforeEach(() => {
  saved.mockReset()
  shown.mockReset()
  saved.mockImplementation((given) =>
    Promise.resolve({ ok: true, saved: { ...fourth, version: 5, definition: given } }),
  )
  setViewport(1440)
})

const given = (more: Partial<FormBuilderProps> = {}): FormBuilderProps => ({
  inForce: fourth,
  kept: null,
  onKeep: (kept) => keepDraft('o.v', kept),
  past: noPast,
  usage: { fields: new Map([['objection', 42]]), options: new Map([['objection', new Map([['price', 30]])]]) },
  onSave: saved,
  shown: null,
  onShow: shown,
  history: null,
  preview: ({ fields }) => <output aria-label="asked">{fields.map(({ label }) => label).join(', ')}</output>,
  isHere: ({ pathname }) => pathname === '/',
  ...more,
})
const page = (more: Partial<FormBuilderProps> = {}) => show(<FormBuilder {...given(more)} />)

const row = (name: RegExp) => screen.getByRole('button', { name, expanded: false })
const write = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } })
const asked = () => screen.getByLabelText('asked').textContent
const save = (user: UserEvent) => user.click(screen.getByRole('button', { name: /^Save version/ }))
const lastSaved = (): FormDefinition => saved.mock.lastCall?.[0] ?? standardForm

describe('the form builder', () => {
  it('adds a choice with its options and colours, shows it beside at once, and saves the next version', async () => {
    const { user } = page()
    await user.click(screen.getByRole('button', { name: 'Add a field' }))
    await user.click(screen.getByRole('menuitem', { name: 'Several choices' }))
    const question = screen.getByLabelText('Question')
    await waitFor(() => expect(document.activeElement).toBe(question))
    write('Question', 'Who decides?')
    write('Option 1', 'Partner')
    write('Option 2', 'Board')
    await user.type(screen.getByLabelText('Option 2'), '{Enter}')
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Option 3')))
    write('Option 3', 'Lender')
    await user.click(screen.getByLabelText('Colour of Partner: no colour'))
    await user.click(screen.getByLabelText('Teal'))
    await user.click(screen.getByLabelText('Has to be answered'))
    expect(asked()).toBe('Objection, Budget, Who decides?')
    await save(user)
    expect(saved).toHaveBeenCalledOnce()
    expect(saved.mock.lastCall?.[1]).toBe(4)
    expect(lastSaved().fields[2]).toEqual({
      key: 'who_decides',
      kind: 'multi_select',
      label: 'Who decides?',
      help: null,
      required: true,
      options: [
        { key: 'partner', label: 'Partner', color: 'teal' },
        { key: 'board', label: 'Board', color: null },
        { key: 'lender', label: 'Lender', color: null },
      ],
      shownIf: null,
    })
  })

  it('shows a field only for some answers to another', async () => {
    const { user, container } = page()
    await user.click(row(/^Budget/))
    await user.click(screen.getByLabelText('Shown: Always'))
    await user.click(screen.getByText('If “Objection” is answered'))
    await save(user)
    expect(screen.getByText('Say for which answers it is shown')).toBeTruthy()
    expect(saved).not.toHaveBeenCalled()
    await user.click(screen.getByRole('checkbox', { name: 'Price' }))
    await expectAccessible(container)
    await save(user)
    expect(lastSaved().fields[1]?.shownIf).toEqual({ fieldKey: 'objection', anyOf: ['price'] })
  })

  it('orders fields with the arrow keys on their handle, and keeps the focus there', async () => {
    const { user } = page()
    screen.getByRole('button', { name: 'Move Budget' }).focus()
    await user.keyboard('{ArrowUp}')
    expect(asked()).toBe('Budget, Objection')
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move Budget' }))
    await user.keyboard('{ArrowUp}')
    expect(asked()).toBe('Budget, Objection')
    await user.keyboard('{End}')
    expect(asked()).toBe('Objection, Budget')
  })

  it('orders fields by dragging', () => {
    page()
    const rows = [...screen.getByRole('list', { name: 'Your own fields' }).children]
    rows.forEach((each, at) => {
      vi.spyOn(each, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, at * 44, 400, 44))
    })
    fireEvent.pointerDown(screen.getByRole('button', { name: 'Move Objection' }), { button: 0 })
    fireEvent.pointerMove(window, { clientY: 80 })
    expect(asked()).toBe('Budget, Objection')
    fireEvent.pointerUp(window)
    fireEvent.pointerMove(window, { clientY: 0 })
    expect(asked()).toBe('Budget, Objection')
  })

  it('says how often a field and its options were answered, and takes a field out with a way back', async () => {
    const { user } = page()
    expect(row(/^Objection/).textContent).toContain('42 forms')
    await user.click(row(/^Objection/))
    expect(screen.getByText('30 forms')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Remove' }))
    expect(asked()).toBe('Budget')
  })

  it('says at the field what is wrong, goes there, and saves nothing', async () => {
    const { user } = page()
    await user.click(row(/^Budget/))
    await user.clear(screen.getByRole('textbox', { name: 'Question' }))
    await user.click(screen.getByRole('button', { name: /New field/, expanded: true }))
    await save(user)
    const question = await screen.findByRole('textbox', { name: 'Question' })
    expect(question.getAttribute('aria-invalid')).toBe('true')
    await waitFor(() => expect(document.activeElement).toBe(question))
    expect(saved).not.toHaveBeenCalled()
    await user.type(question, 'Budget')
    expect(question.getAttribute('aria-invalid')).toBeNull()
  })

  it('shows what the server refuses at its part', async () => {
    saved.mockResolvedValue({
      ok: false,
      message: 'The form cannot be saved as it is',
      problems: [{ path: 'fields.1.label', message: 'Say it otherwise.' }],
    })
    const { user } = page()
    await user.click(row(/^Budget/))
    await user.type(screen.getByRole('textbox', { name: /^Help/ }), 'A month.')
    await save(user)
    expect(await screen.findByText('Say it otherwise')).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toContain('cannot be saved')
  })

  it('relabels, requires and hides standard questions where that is allowed', async () => {
    const { user } = page()
    await user.click(row(/^Did the lead buy/))
    expect(screen.queryByRole('checkbox', { name: 'Hidden' })).toBeNull()
    await user.type(screen.getByRole('textbox', { name: 'Asked as' }), 'Signed?')
    await user.click(row(/^Package/))
    await user.click(screen.getByRole('checkbox', { name: 'Has to be answered where it is asked' }))
    await user.click(row(/^Notes/))
    await user.click(screen.getByRole('checkbox', { name: 'Hidden' }))
    await save(user)
    expect(lastSaved().questions).toEqual([
      { name: 'dealClosed', label: 'Signed?', help: null, hidden: false, required: false },
      { name: 'packageId', label: null, help: null, hidden: false, required: true },
      { name: 'notes', label: null, help: null, hidden: true, required: false },
    ])
  })

  it('keeps what is written while it is being saved, with the focus, as a change to what was saved', async () => {
    const answers: (() => void)[] = []
    saved.mockImplementationOnce((definition) => {
      const next = { ...fourth, version: 5, definition }
      return new Promise((resolve) => answers.push(() => resolve({ ok: true, saved: next })))
    })
    // As the page does, it reads the form anew before it says that it was saved.
    const Page = ({ onSave, ...props }: FormBuilderProps) => {
      const [inForce, setInForce] = useState(fourth)
      const save: FormSave = (definition, version) => {
        setInForce({ ...fourth, version: version + 1, definition })
        return onSave(definition, version)
      }
      return <FormBuilder {...props} inForce={inForce} onSave={save} />
    }
    const { user } = show(<Page {...given()} />)
    await user.click(screen.getByRole('button', { name: 'Add a field' }))
    await user.click(screen.getByRole('menuitem', { name: 'Text' }))
    write('Question', 'Who decides')
    await save(user)
    await user.type(screen.getByLabelText('Question'), '?!')
    expect(screen.queryByText(/while you were changing/)).toBeNull()
    act(() => answers.forEach((answer) => answer()))
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^Save version/ }).getAttribute('aria-busy')).toBeNull(),
    )
    expect(asked()).toBe('Objection, Budget, Who decides?!')
    expect(document.activeElement).toBe(screen.getByLabelText('Question'))
    await save(user)
    expect(saved.mock.lastCall?.[1]).toBe(5)
    expect(lastSaved().fields[2]).toMatchObject({ key: 'who_decides', label: 'Who decides?!' })
  })

  it('keeps what is written in this browser until it is saved or given up', async () => {
    const { user } = page()
    await user.click(row(/^Budget/))
    await user.type(screen.getByRole('textbox', { name: 'Question' }), ' a month')
    expect(readKeptDraft('o.v')).toMatchObject({ base: 4, draft: { fields: [{}, { label: 'Budget a month' }] } })
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    expect(asked()).toBe('Objection, Budget')
    expect(readKeptDraft('o.v')).toBeNull()
  })
})

describe('an earlier version', () => {
  const third: SavedForm = {
    version: 3,
    definition: { ...definition, fields: definition.fields.slice(0, 1) },
    savedAt: '2026-10-01T10:00:00.000Z',
    savedByName: 'Luis Ortega',
  }

  it('is shown in place of the draft, and can be written on from', async () => {
    const { user } = page({ shown: third })
    const preview = screen.getByRole('region', { name: 'Preview' })
    expect(within(preview).getByRole('heading', { name: 'Version 3' })).toBeTruthy()
    expect(asked()).toBe('Objection')
    await user.click(within(preview).getByRole('button', { name: 'Write on from it' }))
    expect(shown).toHaveBeenCalledWith(null)
    await save(user)
    expect(saved.mock.lastCall?.[1]).toBe(4)
    expect(lastSaved().fields.map(({ key }) => key)).toEqual(['objection'])
  })

  it('is chosen from the list, where the one in force is marked', async () => {
    const { user } = show(
      <VersionList versions={[fourth, third]} inForce={4} shown={null} onShow={shown} onMore={undefined} />,
    )
    expect(screen.getByText('In force').closest('li')?.textContent).toContain('Version 4')
    await user.click(screen.getByRole('button', { name: 'Look at version 3' }))
    expect(shown).toHaveBeenCalledWith(3)
  })
})

describe('a form that somebody else has saved meanwhile', () => {
  const kept = {
    base: 3,
    draft: {
      ...draftOf(definition),
      fields: draftOf(definition).fields.map((field) => ({ ...field, help: 'Mine.' })),
    },
  }

  it('is said plainly, and can be taken instead', async () => {
    const { user, container } = page({ kept })
    const notice = within(container).getByText(/while you were changing version 3/)
    expect(notice.textContent).toContain('Nora Whitfield saved version 4')
    await user.click(screen.getByRole('button', { name: 'Look at version 4' }))
    expect(shown).toHaveBeenCalledWith(4)
    await user.click(screen.getByRole('button', { name: 'Take theirs instead' }))
    expect(screen.queryByText(/while you were changing/)).toBeNull()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Save version 5' }).disabled).toBe(true)
  })

  it('can be replaced by what was written here, knowingly', async () => {
    const { user } = page({ kept })
    await user.click(screen.getByRole('button', { name: 'Go on with mine' }))
    await save(user)
    expect(saved.mock.lastCall?.[1]).toBe(4)
    expect(lastSaved().fields[0]?.help).toBe('Mine.')
  })
})
