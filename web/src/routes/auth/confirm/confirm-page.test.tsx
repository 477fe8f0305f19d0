import { screen } from '@testing-library/react'
import { StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../../test/expect-accessible.ts'
import { show } from '../../../test/show.tsx'
import type { ConfirmAnswer } from './confirm-answer.ts'
import { ConfirmPage, type ConfirmPageProps } from './confirm-page.tsx'

const nora = { name: 'Nora Whitfield', email: 'nora@example.com' }
const confirmed: ConfirmAnswer = { ok: true, email: 'vera@example.com' }
const refused = (code: string, message = ''): ConfirmAnswer => ({ ok: false, code, message })
const wrong: ConfirmAnswer = {
  ok: false,
  code: 'WRONG_SIGN_UP_PASSWORD',
  message: 'This is not the password',
  field: 'password',
}

/** Opens a link whose posts are answered one after another. */
const openBy = (hash: string, answers: ConfirmAnswer[], props: Partial<ConfirmPageProps> = {}) => {
  window.location.hash = hash
  const confirm = vi.fn<ConfirmPageProps['confirm']>()
  for (const answer of answers) confirm.mockResolvedValueOnce(answer)
  const onContinue = vi.fn()
  const onSend = vi.fn(async () => ({ ok: true }) as const)
  const shown = show(
    <StrictMode>
      <ConfirmPage confirm={confirm} viewer={null} mailbox={false} onSend={onSend} onContinue={onContinue} {...props} />
    </StrictMode>,
    { at: '/confirm?next=%2Fcalls' },
  )
  return { ...shown, confirm, onContinue, onSend }
}
afterEach(() => {
  window.location.hash = ''
})

const heading = (name: string) => screen.findByRole('heading', { name })
const button = (name: string) => screen.getByRole('button', { name })

describe('the link of a confirmation mail', () => {
  it('gives its token once, out of the address by then, and says who is in', async () => {
    const { user, container, confirm, onContinue } = openBy('#a.b.c', [confirmed])
    expect(window.location.href).not.toContain('a.b.c')
    await heading('Your address is confirmed')
    expect(confirm).toHaveBeenCalledExactlyOnceWith({ token: 'a.b.c' })
    expect(screen.getByRole('status').textContent).toBe('You are signed in as vera@example.com.')
    await expectAccessible(container)
    await user.click(button('Go on'))
    expect(onContinue).toHaveBeenCalledOnce()
  })

  it('asks for the password where another browser signed up, says which is wrong, and what to do', async () => {
    const { user, container, confirm } = openBy('#token', [refused('PASSWORD_NEEDED'), wrong, confirmed])
    await heading('Confirm your address')
    const field = await screen.findByLabelText('Password')
    await expectAccessible(container)
    await user.click(button('Confirm and sign in'))
    expect(confirm).toHaveBeenCalledOnce()
    await user.type(field, 'a guess{Enter}')
    const note = document.getElementById(field.getAttribute('aria-describedby') ?? '')
    expect(note?.textContent).toBe('This is not the password')
    expect(screen.getByRole('link', { name: 'Sign up again' }).getAttribute('href')).toBe('/sign-up?next=%2Fcalls')
    await user.clear(field)
    await user.type(field, 'correct-horse{Enter}')
    expect(confirm).toHaveBeenLastCalledWith({ token: 'token', password: 'correct-horse' })
    await heading('Your address is confirmed')
  })

  it('says at the form how long to wait after too many passwords, and keeps what was typed', async () => {
    const tooMany = refused('TOO_MANY', 'Too many tries. Try again in 15 min')
    const { user } = openBy('#token', [refused('PASSWORD_NEEDED'), tooMany])
    const field = await screen.findByLabelText<HTMLInputElement>('Password')
    await user.type(field, 'a guess{Enter}')
    expect(screen.getByRole('alert').textContent).toBe('Too many tries. Try again in 15 min')
    expect(field.value).toBe('a guess')
  })

  it('asks before it puts another in the place of who is signed in, also where the password is wanted', async () => {
    const answers = [refused('SIGNED_IN_AS_ANOTHER'), refused('PASSWORD_NEEDED'), confirmed]
    const { user, container, confirm } = openBy('#token', answers, { viewer: nora })
    await heading('Somebody is signed in here')
    expect(screen.getByRole('status').textContent).toContain('Nora Whitfield, nora@example.com')
    expect(screen.getByRole('link', { name: 'Stay signed in as Nora Whitfield' }).getAttribute('href')).toBe('/')
    await expectAccessible(container)
    expect(confirm).toHaveBeenCalledOnce()
    await user.click(button('Confirm, and use the other account'))
    expect(confirm).toHaveBeenLastCalledWith({ token: 'token', replaceSession: true })
    await user.type(await screen.findByLabelText('Password'), 'correct-horse{Enter}')
    expect(confirm).toHaveBeenLastCalledWith({ token: 'token', replaceSession: true, password: 'correct-horse' })
    await heading('Your address is confirmed')
  })

  it('of a sign-up that was replaced says so, also when it was while the password was typed', async () => {
    const { user, container } = openBy('#token', [refused('PASSWORD_NEEDED'), refused('SIGN_UP_REPLACED')])
    await user.type(await screen.findByLabelText('Password'), 'correct-horse{Enter}')
    await heading('This link was replaced')
    expect(screen.getByRole('status').textContent).toContain('open the link in the newest mail')
    expect(screen.getByRole('link', { name: 'Sign up again' }).getAttribute('href')).toBe('/sign-up?next=%2Fcalls')
    await expectAccessible(container)
  })

  it('that was used leads to signing in, and on whoever is in already', async () => {
    openBy('#token', [refused('ALREADY_CONFIRMED')])
    await heading('This link was used already')
    expect(screen.getByRole('link', { name: 'Sign in' }).getAttribute('href')).toBe('/sign-in?next=%2Fcalls')
    const { onContinue, user } = openBy('#token', [refused('ALREADY_CONFIRMED')], { viewer: nora })
    await user.click(await screen.findByRole('button', { name: 'Go on' }))
    expect(onContinue).toHaveBeenCalledOnce()
  })

  it.each([
    ['is too old', '#token', 'This link is no longer good', 1],
    ['is not whole', '', 'Confirm your address', 0],
  ])('that %s is sent anew', async (_what, hash, title, posts) => {
    const { user, container, confirm, onSend } = openBy(hash, [refused('INVALID_TOKEN')])
    await heading(title)
    await user.type(await screen.findByRole('textbox', { name: 'Email' }), 'vera@example.com{Enter}')
    expect(onSend).toHaveBeenCalledWith('vera@example.com')
    await heading('Look into your mailbox')
    expect(confirm).toHaveBeenCalledTimes(posts)
    await expectAccessible(container)
  })

  it('stays good where no answer came, and is tried again', async () => {
    const { user } = openBy('#token', [refused('UNREACHABLE', 'The server could not be reached'), confirmed])
    await heading('Your address is not confirmed yet')
    expect(screen.getByRole('status').textContent).toBe('The server could not be reached. Your link is still good.')
    await user.click(button('Try again'))
    await heading('Your address is confirmed')
  })
})
