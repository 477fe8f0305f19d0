import { CombinedGraphQLErrors } from '@apollo/client/errors'
import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { FormResult } from '../../lib/form-result.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import type { CallSummary } from './call-summary.ts'
import { noCall, nobody, ofTheCall, toCreditInput, type CreditChoice } from './credit-choice.ts'
import { CreditForm, type CreditFormProps } from './credit-form.tsx'
import { creditRefusal } from './credit-refusal.ts'
import { UnlockCredit } from './unlock-credit.tsx'

const maya = { id: 'c1', name: 'Maya Okafor' }
const daniel = { id: 'c2', name: 'Daniel Reyes' }
const luis = { id: 's1', name: 'Luis Ortega' }

const call = (id: string, change: Partial<CallSummary> = {}): CallSummary => ({
  id,
  leadName: 'Hannah Brandt',
  leadEmail: 'hannah@mail.example',
  scheduledAt: '2026-11-19T19:00:00.000Z',
  status: 'COMPLETED',
  outcome: 'CLOSED',
  overdue: false,
  closer: maya,
  setter: luis,
  source: { id: 'o1', name: 'YouTube' },
  ...change,
})

type Sent = FormResult<keyof CreditChoice>

const setUp = (change: Partial<CreditFormProps> = {}) => {
  const onSend = vi.fn(async (): Promise<Sent> => ({ ok: true }))
  const [onDone, onCancel, onSearch] = [vi.fn(), vi.fn(), vi.fn()]
  const props: CreditFormProps = {
    leadName: 'Hannah Brandt',
    creditedCallId: 'e2',
    ofLead: [call('e1'), call('e2', { closer: daniel, setter: null, source: null })],
    found: [],
    search: '',
    onSearch,
    searching: false,
    closers: [maya, daniel],
    setters: [luis],
    onSend,
    onDone,
    onCancel,
    ...change,
  }
  return { ...show(<CreditForm {...props} />), onSend, onDone, onCancel, onSearch }
}

const submit = () => screen.getByRole('button', { name: 'Credit and lock' })
const ownCalls = () => within(screen.getByRole('group', { name: 'Calls of Hannah Brandt' })).getAllByRole('radio')
const choose = async ({ user }: { user: ReturnType<typeof setUp>['user'] }, field: RegExp, option: RegExp) => {
  await user.click(screen.getByRole('button', { name: field }))
  await user.click(screen.getByRole('option', { name: option }))
}

describe('crediting by hand', () => {
  it('credits a call with its own people, after saying what that does', async () => {
    const { user, onSend, onDone, container } = setUp()
    await user.click(ownCalls()[0] ?? submit())
    expect(screen.getByText(/^Credits/).textContent).toBe(
      'Credits Maya Okafor and Luis Ortega, from YouTube, and locks it: Clinch leaves it alone until you unlock it.',
    )
    await expectAccessible(container)
    await user.click(submit())
    expect(onSend).toHaveBeenCalledExactlyOnceWith({
      call: 'e1',
      closer: ofTheCall,
      setter: ofTheCall,
      closers: [],
      setters: [],
      reason: '',
    })
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('credits somebody else or nobody, with the reason', async () => {
    const form = setUp()
    const { user, onSend } = form
    await user.click(ownCalls()[0] ?? submit())
    await choose(form, /^Closer/, /Daniel Reyes/)
    await choose(form, /^Setter/, /^Nobody$/)
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'Daniel ran the call')
    expect(screen.getByText(/^Credits/).textContent).toContain('Credits Daniel Reyes, from YouTube')
    await user.click(submit())
    expect(onSend).toHaveBeenCalledExactlyOnceWith({
      call: 'e1',
      closer: 'c2',
      closers: [],
      setters: [],
      setter: nobody,
      reason: 'Daniel ran the call',
    })
  })

  it('can credit nobody at all, on purpose', async () => {
    const { user, onSend } = setUp()
    await user.click(screen.getByRole('radio', { name: 'No call' }))
    expect(screen.getByText(/^Credits nobody/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Closer: Nobody' })).toBeTruthy()
    await user.click(submit())
    expect(onSend).toHaveBeenCalledOnce()
  })

  it('offers the call’s own people by name, and nobody once where the call has none', async () => {
    const { user } = setUp()
    expect(screen.getByRole('button', { name: 'Closer: As the call says' })).toBeTruthy()
    await user.click(ownCalls()[1] ?? submit())
    expect(screen.getByRole('button', { name: 'Closer: Daniel Reyes' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Setter: Nobody' }))
    expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Nobody', 'Luis Ortega'])
  })

  it('asks for a call before it sends anything, and puts the focus there', async () => {
    const { user, onSend } = setUp()
    await user.click(submit())
    expect(onSend).not.toHaveBeenCalled()
    expect(screen.getByText('Choose a call, or “No call”')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Call' }))
  })

  it('marks the call that it is credited to now', () => {
    setUp()
    expect(screen.getByRole('radio', { name: /Credited now/ })).toBe(ownCalls()[1])
  })

  it('finds other calls by name, without showing the lead’s own twice', async () => {
    const other = call('e9', { leadName: 'Jonas Keller', leadEmail: 'jonas@mail.example' })
    const { user, onSend, onSearch } = setUp({ search: 'keller', found: [call('e1'), other] })
    await user.type(screen.getByRole('searchbox'), 'x')
    expect(onSearch).toHaveBeenCalledWith('kellerx')
    const found = within(screen.getByRole('group', { name: 'Found' })).getAllByRole('radio')
    expect(found).toHaveLength(1)
    await user.click(found[0] ?? submit())
    await user.click(submit())
    expect(onSend).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ call: 'e9' }))
  })

  it('says so where a search finds nothing', () => {
    setUp({ search: 'keller' })
    expect(screen.getByText('No other call has “keller” in its name or email.')).toBeTruthy()
  })

  it('splits a side by the keyboard: two always add to the whole, more are checked, and one alone is no split', async () => {
    const form = setUp({
      closers: [maya, daniel, { id: 'c3', name: 'Ana Lima' }],
      setters: [luis, { id: 's2', name: 'Lena Fox' }],
    })
    const { user, onSend, container } = form
    await user.click(ownCalls()[0] ?? submit())
    await user.click(screen.getByRole('button', { name: 'Split between closers' }))
    const percent = (number: number) =>
      screen.getByRole<HTMLInputElement>('spinbutton', { name: `Percent of closer ${number}` })
    await user.click(submit())
    expect(screen.getByText('Choose a closer for every share')).toBeDefined()
    await choose(form, /^Closer 2/, /Daniel Reyes/)
    await user.tripleClick(percent(1))
    await user.keyboard('70')
    expect(percent(2).value).toBe('30')
    expect(screen.getByText('100% of 100%')).toBeDefined()
    expect(screen.getByText(/^Credits/).textContent).toContain('Credits Maya Okafor (70%), Daniel Reyes (30%)')
    await expectAccessible(container)
    await user.click(submit())
    expect(onSend).toHaveBeenCalledExactlyOnceWith({
      call: 'e1',
      closer: ofTheCall,
      setter: ofTheCall,
      closers: [
        { person: 'c1', percent: '70' },
        { person: 'c2', percent: '30' },
      ],
      setters: [],
      reason: '',
    })
    await user.click(screen.getByRole('button', { name: 'Take closer 2 out of the split' }))
    expect(screen.queryByRole('spinbutton')).toBeNull()
  })

  it('keeps what was chosen and typed when it is refused', async () => {
    const { user, onDone } = setUp({ onSend: async () => ({ ok: false, message: 'This report does not count.' }) })
    await user.click(ownCalls()[0] ?? submit())
    await user.type(screen.getByRole('textbox', { name: /Reason/ }), 'Because')
    await user.click(submit())
    expect(screen.getByRole('alert').textContent).toBe('This report does not count.')
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: /Reason/ }).value).toBe('Because')
    expect(onDone).not.toHaveBeenCalled()
  })
})

describe('what is sent', () => {
  const choice: CreditChoice = {
    call: 'e1',
    closer: ofTheCall,
    setter: ofTheCall,
    closers: [],
    setters: [],
    reason: '  ',
  }

  it('leaves the people to the call unless others are named, and says null for nobody', () => {
    expect(toCreditInput('p1', choice)).toEqual({ paymentId: 'p1', eventId: 'e1' })
    expect(toCreditInput('p1', { ...choice, closer: 'c2', setter: nobody, reason: ' Why ' })).toEqual({
      paymentId: 'p1',
      eventId: 'e1',
      closerId: 'c2',
      setterId: null,
      reason: 'Why',
    })
    expect(toCreditInput('p1', { ...choice, call: noCall })).toEqual({ paymentId: 'p1' })
    const closers = [
      { person: 'c1', percent: '70' },
      { person: 'c2', percent: '30' },
    ]
    expect(toCreditInput('p1', { ...choice, closers })).toEqual({
      paymentId: 'p1',
      eventId: 'e1',
      closers: [
        { closerId: 'c1', percent: 70 },
        { closerId: 'c2', percent: 30 },
      ],
    })
  })
})

describe('a refusal', () => {
  const refused = (code: string, message: string, fields: { path: string; message: string }[] = []) =>
    creditRefusal(new CombinedGraphQLErrors({ errors: [{ message, extensions: { code, fields, requestId: 'r1' } }] }))

  it('stands beside the field that it concerns', () => {
    expect(refused('BAD_USER_INPUT', 'Bad.', [{ path: 'closerId', message: 'This is not an id.' }])).toEqual({
      ok: false,
      field: 'closer',
      message: 'This is not an id.',
    })
  })

  it('stands over the form in words, whatever it is', () => {
    const report = 'This report does not count: credit the processor’s payment that stands for it.'
    expect(refused('BAD_USER_INPUT', report, [{ path: 'paymentId', message: report }]).message).toBe(report)
    expect(refused('CONFLICT', 'This clientMutationId was used with another input.').message).toBe(
      'The credit of this payment changed meanwhile. Close this form, look at the credit again, then make your change.',
    )
    expect(refused('NOT_FOUND', 'There is no such closer.').message).toBe(
      'There is no such closer. It may have been removed meanwhile: choose again.',
    )
    expect(refused('INTERNAL_SERVER_ERROR', 'boom').message).toContain('Request r1.')
  })
})

describe('unlocking', () => {
  const setUpUnlock = (result: FormResult<never>) => {
    const [onUnlock, onDone] = [vi.fn(async () => result), vi.fn()]
    const shown = show(
      <UnlockCredit
        what="$3,000.00 from Hannah Brandt"
        names={['Maya Okafor', 'Luis Ortega']}
        decidedBy="Nora Whitfield"
        onUnlock={onUnlock}
        onDone={onDone}
      />,
    )
    return { ...shown, onUnlock, onDone }
  }
  const dialog = () =>
    within(screen.getByRole('dialog', { name: 'Unlock the credit of $3,000.00 from Hannah Brandt?' }))

  it('says what it means before it is done', async () => {
    const { user, onUnlock, onDone } = setUpUnlock({ ok: true })
    await user.click(screen.getByRole('button', { name: 'Unlock' }))
    expect(dialog().getByText(/may credit somebody else or nobody/).textContent).toContain(
      'Maya Okafor and Luis Ortega now, by Nora Whitfield',
    )
    expect(onUnlock).not.toHaveBeenCalled()
    await user.click(dialog().getByRole('button', { name: 'Unlock' }))
    expect(onUnlock).toHaveBeenCalledOnce()
    expect(onDone).toHaveBeenCalledOnce()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('can be left alone', async () => {
    const { user, onUnlock } = setUpUnlock({ ok: true })
    await user.click(screen.getByRole('button', { name: 'Unlock' }))
    await user.click(dialog().getByRole('button', { name: 'Keep it locked' }))
    expect(onUnlock).not.toHaveBeenCalled()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('stays open with the reason when it is refused', async () => {
    const { user, onDone } = setUpUnlock({ ok: false, message: 'Your role does not allow this.' })
    await user.click(screen.getByRole('button', { name: 'Unlock' }))
    await user.click(dialog().getByRole('button', { name: 'Unlock' }))
    expect(dialog().getByRole('alert').textContent).toBe('Your role does not allow this.')
    expect(onDone).not.toHaveBeenCalled()
  })
})
