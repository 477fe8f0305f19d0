import type { FieldDefinition, FieldKind } from '@clinch/schema/fields'
import { screen, waitFor, within } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setViewport } from '../../test/browser.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { noAnswers, type FormAnswers } from './form-answers.ts'
import { standardKit, type FormKit } from './form-kit.ts'
import { PostCallForm, type PostCallFormProps } from './post-call-form.tsx'
import type { LoadResult, SendResult } from './send-result.ts'

const sent = vi.fn<(answers: FormAnswers, version: number) => Promise<SendResult>>()
const loadedAgain = vi.fn<() => Promise<LoadResult>>()
const done = vi.fn()
const typed = vi.fn()

beforeEach(() => {
  for (const each of [sent, loadedAgain, done, typed]) each.mockReset()
  sent.mockResolvedValue({ ok: true })
  setViewport(1440)
})

const page = (begin: PostCallFormProps['begin'] = { answers: noAnswers, version: 0 }, kit: FormKit = standardKit) =>
  show(
    <PostCallForm
      leadName="Amira Saleh"
      currency="USD"
      kit={kit}
      begin={begin}
      onType={typed}
      send={sent}
      loadAgain={loadedAgain}
      onDone={done}
    />,
  )

const question = (label: string) => screen.getAllByRole('group', { name: label })[0]
const answer = async (user: UserEvent, label: string, choice: string) => {
  const group = question(label)
  if (!group) throw new Error(`There is no question ${label}.`)
  await user.click(within(group).getByRole('radio', { name: choice }))
}
const isAsked = (label: string) => screen.queryAllByRole('group', { name: label }).length > 0
const submit = (user: UserEvent) => user.click(screen.getByRole('button', { name: 'Submit form' }))

const close = async (user: UserEvent) => {
  await answer(user, 'Did the call take place?', 'Yes')
  await answer(user, 'Did Amira show up?', 'Yes')
  await answer(user, 'Was an offer made?', 'Yes')
  await answer(user, 'Did Amira buy?', 'Yes')
}

describe('the post-call form', () => {
  it('asks one thing after another, and a "No" hides what follows from it', async () => {
    const { user, container } = page()
    expect(isAsked('Did Amira show up?')).toBe(false)
    await close(user)
    expect(isAsked('How is Amira paying?')).toBe(true)
    expect(screen.getByRole('textbox', { name: /Cash collected/ })).toBeTruthy()
    await expectAccessible(container)

    await answer(user, 'Did Amira show up?', 'No')
    expect(isAsked('Was an offer made?')).toBe(false)
    expect(screen.queryByRole('textbox', { name: /Cash collected/ })).toBeNull()
    await answer(user, 'Did the call take place?', 'No')
    expect(isAsked('Did Amira show up?')).toBe(false)
    expect(isAsked('What happened instead?')).toBe(true)
  })

  it('brings back what was answered when a "No" is taken back', async () => {
    const { user } = page()
    await close(user)
    await user.type(screen.getByRole('textbox', { name: /Cash collected/ }), '3000')
    await answer(user, 'Did the call take place?', 'No')
    await answer(user, 'Did the call take place?', 'Yes')
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Cash collected/ }).value).toBe('3,000.00')
  })

  it('sends what was answered, with the version that it amends', async () => {
    const { user } = page({ answers: noAnswers, version: 2 })
    await close(user)
    await answer(user, 'How is Amira paying?', 'Payment plan')
    await user.type(screen.getByRole('textbox', { name: /Cash collected/ }), '3000')
    await user.click(screen.getByRole('button', { name: 'Amend form' }))
    await waitFor(() => expect(done).toHaveBeenCalledOnce())
    expect(sent).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ dealClosed: true, paymentType: 'PAYMENT_PLAN', cashCollected: '3,000.00' }),
      2,
    )
  })

  it('says at the question what is wrong, goes there, and sends nothing', async () => {
    const { user } = page()
    await close(user)
    await answer(user, 'How is Amira paying?', 'Deposit')
    await submit(user)
    const group = question('How is Amira paying?')
    expect(await within(group ?? document.body).findByText(/A deposit is not a close/)).toBeTruthy()
    expect(group?.contains(document.activeElement)).toBe(true)
    expect(sent).not.toHaveBeenCalled()
  })

  it('takes a deposit where the lead did not buy, and wants its cash', async () => {
    const { user } = page()
    await close(user)
    await answer(user, 'Did Amira buy?', 'No')
    await answer(user, 'Did Amira leave a deposit?', 'Yes')
    await submit(user)
    const cash = screen.getByRole<HTMLInputElement>('textbox', { name: 'Cash collected' })
    await waitFor(() => expect(cash.getAttribute('aria-invalid')).toBe('true'))
    expect(document.activeElement).toBe(cash)
    await user.type(cash, '500')
    await submit(user)
    await waitFor(() => expect(done).toHaveBeenCalledOnce())
    expect(sent.mock.lastCall?.[0]).toMatchObject({
      dealClosed: false,
      paymentType: 'DEPOSIT',
      cashCollected: '500.00',
    })
  })

  it('keeps what was typed when it is refused, and shows the server’s words at their field', async () => {
    sent.mockResolvedValue({ ok: false, field: 'cashCollected', message: 'Cash needs a closed deal' })
    const { user } = page()
    await close(user)
    await answer(user, 'How is Amira paying?', 'In full')
    await user.type(screen.getByRole('textbox', { name: /Cash collected/ }), '3000')
    await user.type(screen.getByRole('textbox', { name: /Notes/ }), 'Starts Dec 1.')
    await submit(user)
    expect(await screen.findByText('Cash needs a closed deal')).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('textbox', { name: /Cash collected/ }).value).toBe('3,000.00')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Notes/ }).value).toBe('Starts Dec 1.')
    expect(done).not.toHaveBeenCalled()
    expect(typed).toHaveBeenLastCalledWith(expect.objectContaining({ notes: 'Starts Dec 1.' }), 0)
  })

  it('has targets for thumbs on a phone', () => {
    setViewport(390)
    page()
    expect(screen.getByRole('radio', { name: 'Yes' }).className).toContain('h-(--control-touch)')
  })
})

describe('the organization’s own form', () => {
  const field = (key: string, kind: FieldKind, more: Partial<FieldDefinition> = {}): FieldDefinition => ({
    key,
    kind,
    label: `A ${key}`,
    help: null,
    required: false,
    options: [],
    shownIf: null,
    ...more,
  })
  const options = ['Price', 'Timing'].map((label) => ({ key: label.toLowerCase(), label, color: 'rust' as const }))
  const kitOf = (...fields: FieldDefinition[]): FormKit => ({
    ...standardKit,
    version: 2,
    definition: { questions: [], fields },
  })
  const noShow = { answers: { ...noAnswers, callOccurred: true, leadShowed: false }, version: 0 }

  it('has for each kind the control and the keys of a phone that it is answered with', () => {
    page(
      noShow,
      kitOf(
        field('text', 'text'),
        field('essay', 'long_text'),
        field('number', 'number'),
        field('money', 'money'),
        field('one', 'select', { options }),
        field('many', 'multi_select', { options }),
        field('yes', 'boolean'),
        field('date', 'date'),
        field('email', 'email'),
        field('phone', 'phone'),
        field('url', 'url'),
      ),
    )
    const input = (name: RegExp) => screen.getByLabelText<HTMLInputElement>(name)
    expect(input(/^A text/).type).toBe('text')
    expect(input(/^A essay/).tagName).toBe('TEXTAREA')
    expect(input(/^A number/).inputMode).toBe('decimal')
    expect(input(/^A money/).inputMode).toBe('decimal')
    expect(screen.getByRole('radiogroup', { name: /^A one/ }).querySelectorAll('[role=radio]')).toHaveLength(2)
    expect(screen.getByRole('group', { name: /^A many/ }).querySelectorAll('[role=checkbox]')).toHaveLength(2)
    expect(screen.getByRole('radiogroup', { name: /^A yes/ }).textContent).toBe('YesNo')
    expect(input(/^A date/).type).toBe('date')
    expect([input(/^A email/).type, input(/^A email/).inputMode]).toEqual(['email', 'email'])
    expect([input(/^A phone/).type, input(/^A phone/).inputMode]).toEqual(['tel', 'tel'])
    expect([input(/^A url/).type, input(/^A url/).inputMode]).toEqual(['url', 'url'])
  })

  it('asks a field only beside the answers that it hangs on, and sends what stands', async () => {
    const { user, container } = page(
      noShow,
      kitOf(
        field('reason', 'select', { required: true, options, help: 'What they said.' }),
        field('budget', 'number', { required: true, shownIf: { fieldKey: 'reason', anyOf: ['price'] } }),
      ),
    )
    expect(screen.queryByLabelText(/budget/)).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'Price' }))
    const budget = screen.getByRole<HTMLInputElement>('textbox', { name: 'A budget' })
    await submit(user)
    expect(document.activeElement).toBe(budget)
    expect(screen.getByText('“A budget” has to be answered')).toBeTruthy()
    await expectAccessible(container)
    await user.type(budget, 'lots')
    expect(screen.getByText('Write a number')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Timing' }))
    expect(screen.queryByLabelText(/budget/)).toBeNull()
    await submit(user)
    await waitFor(() => expect(done).toHaveBeenCalledOnce())
    expect(sent.mock.lastCall?.[0].fields).toMatchObject({ reason: 'timing' })
  })

  it('shows what the server refuses at its field, and goes there', async () => {
    sent.mockResolvedValue({ ok: false, field: 'fields.site', message: 'Write a web address' })
    const { user } = page(noShow, kitOf(field('site', 'url')))
    await user.type(screen.getByLabelText(/^A site/), 'clinch.example')
    await submit(user)
    await waitFor(() => expect(screen.getByText('Write a web address')).toBeTruthy())
    expect(document.activeElement).toBe(screen.getByLabelText(/^A site/))
    expect(screen.getByLabelText<HTMLInputElement>(/^A site/).value).toBe('clinch.example')
  })

  it('takes back an optional choice that is pressed again', async () => {
    const { user } = page(noShow, kitOf(field('reason', 'select', { options })))
    const price = screen.getByRole('radio', { name: 'Price' })
    await user.click(price)
    expect(price.getAttribute('aria-checked')).toBe('true')
    await user.click(price)
    expect(price.getAttribute('aria-checked')).toBe('false')
  })

  it('asks the standard questions in the organization’s words, and not those that it hides', () => {
    page(noShow, {
      ...standardKit,
      version: 1,
      opportunityStatuses: [{ id: 's', label: 'Nurture', color: 'gold' }],
      definition: {
        questions: [
          { name: 'leadShowed', label: 'Was the client there?', help: 'On camera.', hidden: false, required: false },
          { name: 'notes', label: null, help: null, hidden: true, required: false },
        ],
        fields: [],
      },
    })
    expect(isAsked('Was the client there?')).toBe(true)
    expect(screen.getByText('On camera.')).toBeTruthy()
    expect(screen.queryByRole('textbox', { name: /Notes/ })).toBeNull()
    expect(screen.getByRole('radio', { name: 'Nurture' })).toBeTruthy()
  })

  it('offers the outcomes that the answers amount to', async () => {
    const { user } = page(noShow, {
      ...standardKit,
      callOutcomes: [
        { id: 'a', label: 'Ghosted', color: 'slate', outcome: 'no_show' },
        { id: 'b', label: 'Follow-up booked', color: 'blue', outcome: 'offer_made' },
      ],
    })
    expect(screen.getByRole('radio', { name: 'Ghosted' })).toBeTruthy()
    expect(screen.queryByRole('radio', { name: 'Follow-up booked' })).toBeNull()
    await answer(user, 'Did Amira show up?', 'Yes')
    expect(screen.queryByRole('radio', { name: 'Ghosted' })).toBeNull()
    await answer(user, 'Was an offer made?', 'Yes')
    await answer(user, 'Did Amira buy?', 'No')
    expect(screen.getByRole('radio', { name: 'Follow-up booked' })).toBeTruthy()
  })
})

describe('a form that somebody else has filed meanwhile', () => {
  const theirs: LoadResult = {
    ok: true,
    latest: {
      version: 3,
      answers: { ...noAnswers, callOccurred: true, leadShowed: false, notes: 'Nobody joined.' },
      sentence: 'The lead did not show up.',
      by: 'Nora Whitfield',
      at: '2026-11-20T15:00:00.000Z',
    },
  }

  const conflict = async () => {
    sent.mockResolvedValueOnce({ ok: false, conflict: true, message: 'Somebody else filed this form meanwhile' })
    loadedAgain.mockResolvedValue(theirs)
    const shown = page({
      answers: { ...noAnswers, callOccurred: true, leadShowed: true, offerMade: false },
      version: 2,
    })
    await shown.user.type(screen.getByRole('textbox', { name: /Notes/ }), 'No budget.')
    await shown.user.click(screen.getByRole('button', { name: 'Amend form' }))
    expect((await screen.findByRole('alert')).textContent).toContain('Somebody else filed this form meanwhile')
    await shown.user.click(screen.getByRole('button', { name: 'Load again' }))
    expect((await screen.findByRole('status')).textContent).toContain('Nora Whitfield filed this')
    return shown
  }

  it('is loaded again without losing what was typed, which then amends theirs', async () => {
    const { user, container } = await conflict()
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Notes/ }).value).toBe('No budget.')
    await expectAccessible(container)
    await user.click(screen.getByRole('button', { name: 'Amend form' }))
    await waitFor(() => expect(done).toHaveBeenCalledOnce())
    expect(sent).toHaveBeenLastCalledWith(expect.objectContaining({ offerMade: false, notes: 'No budget.' }), 3)
  })

  it('can take theirs instead', async () => {
    const { user } = await conflict()
    await user.click(screen.getByRole('button', { name: 'Take theirs instead' }))
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Notes/ }).value).toBe('Nobody joined.')
    expect(isAsked('Was an offer made?')).toBe(false)
  })
})
