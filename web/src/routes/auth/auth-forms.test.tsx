import { screen } from '@testing-library/react'
import type { UserEvent } from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import type { FormResult } from '../../lib/form-result.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { CreateOrganizationPage } from './create-organization/create-organization-page.tsx'
import { SignInPage, type SignInPageProps } from './sign-in/sign-in-page.tsx'
import { SignUpPage } from './sign-up/sign-up-page.tsx'

const done = async (): Promise<{ ok: true }> => ({ ok: true })

const noteOf = (field: HTMLElement) => document.getElementById(field.getAttribute('aria-describedby') ?? '')

describe('signing in', () => {
  const signInPage = (props: Partial<SignInPageProps> = {}) => (
    <SignInPage signIn={done} confirm={done} onSendAgain={done} onDone={() => undefined} why={null} {...props} />
  )
  const fields = () => ({
    email: screen.getByRole<HTMLInputElement>('textbox', { name: 'Work email' }),
    password: screen.getByLabelText<HTMLInputElement>('Password'),
    submit: screen.getByRole('button', { name: 'Sign in' }),
  })

  it('sends what was typed, trimmed, and goes on', async () => {
    const [signIn, onDone] = [vi.fn(done), vi.fn()]
    const { user } = show(signInPage({ signIn, onDone }))
    await user.type(fields().email, ' nora@example.com ')
    await user.type(fields().password, ' correct horse ')
    await user.keyboard('{Enter}')
    expect(signIn).toHaveBeenCalledWith({ email: 'nora@example.com', password: ' correct horse ' })
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('asks nobody while something is missing, and puts the focus where it is', async () => {
    const signIn = vi.fn(done)
    const { user, container } = show(signInPage({ signIn }))
    await user.type(fields().email, 'nora')
    await user.click(fields().submit)
    expect(signIn).not.toHaveBeenCalled()
    expect(document.activeElement).toBe(fields().email)
    expect(noteOf(fields().email)?.textContent).toBe('Enter an email address, such as nora@example.com')
    expect(noteOf(fields().email)?.getAttribute('aria-live')).toBe('polite')
    expect(noteOf(fields().password)?.textContent).toBe('Enter your password')
    await expectAccessible(container)
  })

  it('announces a refusal and keeps what was typed', async () => {
    const onDone = vi.fn()
    const refused = { ok: false, message: 'Email and password do not match an account' } as const
    const { user } = show(signInPage({ signIn: async () => refused, onDone }))
    await user.type(fields().email, 'nora@example.com')
    await user.type(fields().password, 'wrong')
    await user.click(fields().submit)
    expect(screen.getByRole('alert').textContent).toBe('Email and password do not match an account')
    expect([fields().email.value, fields().password.value]).toEqual(['nora@example.com', 'wrong'])
    expect(onDone).not.toHaveBeenCalled()
  })

  it('is sent once, however often it is pressed', async () => {
    let finish: (result: FormResult<'email' | 'password'>) => void = () => undefined
    const signIn = vi.fn(() => new Promise<FormResult<'email' | 'password'>>((resolve) => (finish = resolve)))
    const onDone = vi.fn()
    const { user } = show(signInPage({ signIn, onDone }))
    await user.type(fields().email, 'nora@example.com')
    await user.type(fields().password, 'correct-horse')
    await user.click(fields().submit)
    await user.click(fields().submit)
    await user.type(fields().password, '{Enter}')
    expect(signIn).toHaveBeenCalledOnce()
    finish({ ok: true })
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  })

  it('shows the password when asked', async () => {
    const { user } = show(signInPage())
    await user.click(screen.getByRole('button', { name: 'Show password' }))
    expect(fields().password.type).toBe('text')
    await user.click(screen.getByRole('button', { name: 'Hide password' }))
    expect(fields().password.type).toBe('password')
  })

  it('says why the session is over', () => {
    show(signInPage({ why: 'You signed in on another device.' }))
    expect(screen.getByRole('status').textContent).toBe('You signed in on another device.')
  })

  it('sends the confirmation’s link again to who signs in without having opened it', async () => {
    const onSendAgain = vi.fn(done)
    const { user } = show(
      signInPage({
        signIn: async () => ({ ok: false, code: 'EMAIL_NOT_VERIFIED', message: 'Open the link' }),
        onSendAgain,
      }),
    )
    await user.type(fields().email, 'nora@example.com')
    await user.type(fields().password, 'correct-horse{Enter}')
    await user.click(screen.getByRole('button', { name: 'Send a new link' }))
    expect(onSendAgain).toHaveBeenCalledWith('nora@example.com')
    expect(screen.getByText('A new link is on its way. Look into your mailbox.')).toBeTruthy()
  })

  it('takes the wanted page along to sign-up', () => {
    show(signInPage(), { at: '/sign-in?next=%2Fcalls' })
    expect(screen.getByRole('link', { name: 'Create an account' }).getAttribute('href')).toBe('/sign-up?next=%2Fcalls')
  })
})

describe('the second step', () => {
  const toCode = async (props: Partial<SignInPageProps>) => {
    const shown = show(
      <SignInPage
        signIn={async () => ({ ok: true, secondFactor: true })}
        confirm={done}
        onSendAgain={done}
        onDone={() => undefined}
        why={null}
        {...props}
      />,
    )
    await shown.user.type(screen.getByRole('textbox', { name: 'Work email' }), 'nora@example.com')
    await shown.user.type(screen.getByLabelText('Password'), 'correct-horse{Enter}')
    return shown
  }
  const submit = () => screen.getByRole('button', { name: 'Sign in' })

  it('takes the six digits however they are spaced, and may trust the device', async () => {
    const [confirm, onDone] = [vi.fn(done), vi.fn()]
    const { user, container } = await toCode({ confirm, onDone })
    expect(onDone).not.toHaveBeenCalled()
    const code = screen.getByRole('textbox', { name: 'Code' })
    expect(document.activeElement).toBe(code)
    await expectAccessible(container)
    await user.type(code, '123 45')
    await user.click(submit())
    expect(noteOf(code)?.textContent).toBe('Enter the six digits')
    await user.type(code, '6')
    await user.click(screen.getByRole('checkbox', { name: /^Ask for no code/ }))
    await user.click(submit())
    expect(confirm).toHaveBeenCalledExactlyOnceWith({ code: '123456', kind: 'totp', trustDevice: true })
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('takes a recovery code instead', async () => {
    const confirm = vi.fn(done)
    const { user } = await toCode({ confirm })
    await user.click(screen.getByRole('button', { name: 'Use a recovery code' }))
    await user.type(screen.getByRole('textbox', { name: 'Recovery code' }), ' abcde-fghij {Enter}')
    expect(confirm).toHaveBeenCalledWith({ code: 'abcde-fghij', kind: 'recovery', trustDevice: false })
  })

  it('begins with the password again after too many wrong codes, and says why', async () => {
    const message = 'Too many wrong codes. Sign in with your password again'
    const { user } = await toCode({
      confirm: async () => ({ ok: false, code: 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', message }),
    })
    await user.type(screen.getByRole('textbox', { name: 'Code' }), '123456{Enter}')
    expect(screen.getByRole('heading', { name: 'Sign in' })).toBeTruthy()
    expect(screen.getByRole('status').textContent).toBe(`${message}.`)
  })
})

describe('signing up', () => {
  const fill = async (user: UserEvent, password = 'correct-horse') => {
    await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Nora Whitfield')
    await user.type(screen.getByRole('textbox', { name: 'Work email' }), 'nora@example.com')
    await user.type(screen.getByLabelText('Password'), password)
    await user.click(screen.getByRole('button', { name: 'Create account' }))
  }

  it('ends at the mailbox, saying nothing of whether the address is known', async () => {
    const onSendAgain = vi.fn(done)
    const { user, container } = show(<SignUpPage signUp={done} onSendAgain={onSendAgain} mailbox />)
    await fill(user)
    expect(screen.getByRole('heading', { name: 'Look into your mailbox' })).toBeTruthy()
    expect(container.textContent).toContain('We wrote to nora@example.com.')
    expect(screen.getByRole('link', { name: 'Open the development mailbox' }).getAttribute('href')).toBe('/mailbox')
    await user.click(screen.getByRole('button', { name: 'send it again' }))
    expect(onSendAgain).toHaveBeenCalledWith('nora@example.com')
    expect(screen.getByRole('status').textContent).toBe('Sent again.')
    await expectAccessible(container)
  })

  it('shows no development mailbox where mail is sent', async () => {
    const { user } = show(<SignUpPage signUp={done} onSendAgain={done} mailbox={false} />)
    await fill(user)
    expect(screen.queryByRole('link', { name: 'Open the development mailbox' })).toBeNull()
  })

  it('puts a refusal at the field that it concerns', async () => {
    const message = 'Enter an email address, such as nora@example.com'
    const { user, container } = show(
      <SignUpPage signUp={async () => ({ ok: false, field: 'email', message })} onSendAgain={done} mailbox={false} />,
    )
    await fill(user)
    const email = screen.getByRole('textbox', { name: 'Work email' })
    expect(noteOf(email)?.textContent).toBe(message)
    expect(document.activeElement).toBe(email)
    await expectAccessible(container)
  })

  it('wants a password of ten characters', async () => {
    const signUp = vi.fn(done)
    const { user } = show(<SignUpPage signUp={signUp} onSendAgain={done} mailbox={false} />)
    await fill(user, 'nine-char')
    expect(noteOf(screen.getByLabelText('Password'))?.textContent).toBe('Use at least 10 characters')
    expect(signUp).not.toHaveBeenCalled()
  })
})

describe('creating an organization', () => {
  it('guesses zone and currency from the browser, and sends what is chosen', async () => {
    const [onCreate, onDone] = [vi.fn(done), vi.fn()]
    const { user, container } = show(<CreateOrganizationPage onCreate={onCreate} onDone={onDone} />)
    await expectAccessible(container)
    await user.type(screen.getByRole('textbox', { name: 'Organization name' }), ' Kestrel Academy ')
    await user.click(screen.getByRole('button', { name: /^Reporting currency: USD/ }))
    await user.keyboard('swedish{Enter}')
    await user.click(screen.getByRole('button', { name: /^Time zone/ }))
    await user.keyboard('stockholm{Enter}')
    await user.click(screen.getByRole('button', { name: 'Create organization' }))
    expect(onCreate).toHaveBeenCalledWith('Kestrel Academy', 'Europe/Stockholm', 'SEK')
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('asks for the name', async () => {
    const onCreate = vi.fn(done)
    const { user } = show(<CreateOrganizationPage onCreate={onCreate} onDone={() => undefined} />)
    await user.type(screen.getByRole('textbox', { name: 'Organization name' }), '   {Enter}')
    expect(noteOf(screen.getByRole('textbox', { name: 'Organization name' }))?.textContent).toBe('Enter a name')
    expect(onCreate).not.toHaveBeenCalled()
  })
})
