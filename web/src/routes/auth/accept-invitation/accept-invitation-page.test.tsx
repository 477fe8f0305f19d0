import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../../test/expect-accessible.ts'
import { show } from '../../../test/show.tsx'
import { AcceptInvitationPage, type AcceptInvitationPageProps } from './accept-invitation-page.tsx'

const open = (props: Partial<AcceptInvitationPageProps> = {}) => {
  const onDone = vi.fn()
  const shown = show(
    <AcceptInvitationPage
      token="invite_x"
      viewer={{ name: 'Maya Okafor', email: 'maya@example.com' }}
      onAccept={async () => ({ ok: true })}
      onDone={onDone}
      onSignOut={async () => ({ ok: true })}
      {...props}
    />,
  )
  return { onDone, ...shown }
}

const accept = () => screen.getByRole('button', { name: 'Accept the invitation' })
const unusable = () => screen.queryByRole('heading', { name: 'This invitation cannot be used' })

describe('an invitation', () => {
  it('is accepted by who is signed in', async () => {
    const { user, onDone, container } = open()
    await expectAccessible(container)
    await user.click(accept())
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('leads who is signed out to an account and back', async () => {
    const { container } = open({ viewer: null, token: 'invite_a+b' })
    await expectAccessible(container)
    for (const [name, path] of [
      ['Create an account', '/sign-up'],
      ['Sign in', '/sign-in'],
    ] as const) {
      const link = new URL(screen.getByRole<HTMLAnchorElement>('link', { name }).href)
      expect(link.pathname).toBe(path)
      const next = new URL(link.searchParams.get('next') ?? '', 'https://clinch.example')
      expect([next.pathname, next.searchParams.get('token')]).toEqual(['/accept-invitation', 'invite_a+b'])
    }
  })

  it('has one answer where its link is not whole and where it is another’s', async () => {
    open({ token: '' })
    const notWhole = screen.getByRole('status').textContent
    const { user } = open({ onAccept: async () => ({ ok: false, unusable: true, message: null }) })
    await user.click(accept())
    expect(screen.getAllByRole('status').map((each) => each.textContent)).toEqual([notWhole, notWhole])
  })

  it('says so when it was used', async () => {
    const message = 'This invitation was used already.'
    const { user, container } = open({ onAccept: async () => ({ ok: false, unusable: true, message }) })
    await user.click(accept())
    expect(unusable()).not.toBeNull()
    expect(screen.getByRole('status').textContent).toBe(message)
    await expectAccessible(container)
  })

  it('can be tried again when the server was out of reach', async () => {
    const { user, onDone } = open({
      onAccept: async () => ({ ok: false, unusable: false, message: 'The server could not be reached.' }),
    })
    await user.click(accept())
    expect(unusable()).toBeNull()
    expect(screen.getByRole('alert').textContent).toBe('The server could not be reached.')
    expect(accept().getAttribute('aria-busy')).toBeNull()
    expect(onDone).not.toHaveBeenCalled()
  })

  it('lets a person change the account', async () => {
    const onSignOut = vi.fn(async (): Promise<{ ok: true }> => ({ ok: true }))
    const { user } = open({ onSignOut })
    await user.click(screen.getByRole('button', { name: 'Use another account' }))
    expect(onSignOut).toHaveBeenCalledOnce()
  })
})
