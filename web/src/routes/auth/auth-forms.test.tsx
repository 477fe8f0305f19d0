import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { FormResult } from '../../lib/form-result.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { CreateOrganizationPage } from './create-organization/create-organization-page.tsx'
import { SignInPage } from './sign-in/sign-in-page.tsx'
import { SignUpPage } from './sign-up/sign-up-page.tsx'

const done = async (): Promise<{ ok: true }> => ({ ok: true })

const noteOf = (field: HTMLElement) => document.getElementById(field.getAttribute('aria-describedby') ?? '')

describe('signing in', () => {
  const fields = () => ({
    email: screen.getByRole<HTMLInputElement>('textbox', { name: 'Work email' }),
    password: screen.getByLabelText<HTMLInputElement>('Password'),
    submit: screen.getByRole('button', { name: 'Sign in' }),
  })

  it('sends what was typed, trimmed, and goes on', async () => {
    const [signIn, onDone] = [vi.fn(done), vi.fn()]
    const { user } = show(<SignInPage signIn={signIn} onDone={onDone} />)
    await user.type(fields().email, ' nora@example.com ')
    await user.type(fields().password, ' correct horse ')
    await user.keyboard('{Enter}')
    expect(signIn).toHaveBeenCalledWith({ email: 'nora@example.com', password: ' correct horse ' })
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('asks nobody while something is missing, and puts the focus where it is', async () => {
    const signIn = vi.fn(done)
    const { user, container } = show(<SignInPage signIn={signIn} onDone={() => undefined} />)
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
    const { user } = show(
      <SignInPage
        signIn={async () => ({ ok: false, message: 'Email and password do not match an account' })}
        onDone={onDone}
      />,
    )
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
    const { user } = show(<SignInPage signIn={signIn} onDone={onDone} />)
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
    const { user } = show(<SignInPage signIn={done} onDone={() => undefined} />)
    await user.click(screen.getByRole('button', { name: 'Show password' }))
    expect(fields().password.type).toBe('text')
    await user.click(screen.getByRole('button', { name: 'Hide password' }))
    expect(fields().password.type).toBe('password')
  })

  it('takes the wanted page along to sign-up', () => {
    show(<SignInPage signIn={done} onDone={() => undefined} />, { at: '/sign-in?next=%2Fcalls' })
    expect(screen.getByRole('link', { name: 'Create an account' }).getAttribute('href')).toBe('/sign-up?next=%2Fcalls')
  })
})

describe('signing up', () => {
  it('puts a refusal at the field that it concerns', async () => {
    const { user, container } = show(
      <SignUpPage
        signUp={async () => ({ ok: false, field: 'email', message: 'This address has an account. Sign in instead' })}
        onDone={() => undefined}
      />,
    )
    await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Nora Whitfield')
    await user.type(screen.getByRole('textbox', { name: 'Work email' }), 'nora@example.com')
    await user.type(screen.getByLabelText('Password'), 'correct-horse')
    await user.click(screen.getByRole('button', { name: 'Create account' }))
    const email = screen.getByRole('textbox', { name: 'Work email' })
    expect(noteOf(email)?.textContent).toBe('This address has an account. Sign in instead')
    expect(document.activeElement).toBe(email)
    await expectAccessible(container)
  })

  it('wants a password of eight characters', async () => {
    const signUp = vi.fn(done)
    const { user } = show(<SignUpPage signUp={signUp} onDone={() => undefined} />)
    await user.type(screen.getByRole('textbox', { name: 'Your name' }), 'Nora')
    await user.type(screen.getByRole('textbox', { name: 'Work email' }), 'nora@example.com')
    await user.type(screen.getByLabelText('Password'), 'short')
    await user.click(screen.getByRole('button', { name: 'Create account' }))
    expect(noteOf(screen.getByLabelText('Password'))?.textContent).toBe('Use at least 8 characters')
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
