import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { ConnectForm, type ConnectFormProps } from './connect-form.tsx'
import { inputOfMapping } from './mapping-draft.ts'

const done = async (): Promise<{ ok: true }> => ({ ok: true })

const connect = (provider: ConnectFormProps['provider'], onSend: ConnectFormProps['onSend'] = done) => {
  const [send, onDone] = [vi.fn(onSend), vi.fn()]
  return {
    send,
    onDone,
    ...show(<ConnectForm provider={provider} onSend={send} onDone={onDone} onCancel={() => undefined} />),
  }
}

const field = (name: string | RegExp) => screen.getByRole<HTMLInputElement>('textbox', { name })

describe('connecting Calendly', () => {
  it('makes a secret and takes the usual mapping, so that a name is enough', async () => {
    const { user, send, onDone, container } = connect('CALENDLY')
    await expectAccessible(container)
    await user.type(field('Name'), ' Main team ')
    await user.click(screen.getByRole('button', { name: 'Connect Calendly' }))
    const values = send.mock.calls[0]?.[0]
    expect(values).toMatchObject({ name: 'Main team', apiKey: '' })
    expect(values?.webhookSecret).toMatch(/^[\w-]{43}$/)
    expect(values && inputOfMapping(values.mapping)).toEqual({
      setterFrom: [{ utm: 'CONTENT', prefix: 'setter-' }],
      sourceFrom: [{ utm: 'SOURCE' }],
      trafficTypeFrom: [{ utm: 'MEDIUM' }],
    })
    expect(onDone).toHaveBeenCalledOnce()
  })

  it('looks for the setter in the answer to a question too, which has to be written', async () => {
    const { user, send } = connect('CALENDLY')
    await user.type(field('Name'), 'Main team')
    await user.click(screen.getByRole('button', { name: 'Else look in another place for the setter' }))
    await user.click(screen.getByRole('button', { name: /^Place 2 to look for the setter/ }))
    await user.click(screen.getByRole('option', { name: 'Booking question' }))
    await user.click(screen.getByRole('button', { name: 'Connect Calendly' }))
    expect(send).not.toHaveBeenCalled()
    const question = field('The question that names the setter')
    expect(question.getAttribute('aria-invalid')).toBe('true')
    await user.type(question, 'Who did you speak with?')
    await user.click(screen.getByRole('button', { name: 'Connect Calendly' }))
    const values = send.mock.calls[0]?.[0]
    expect(values && inputOfMapping(values.mapping).setterFrom).toEqual([
      { utm: 'CONTENT', prefix: 'setter-' },
      { question: 'Who did you speak with?' },
    ])
  })
})

describe('connecting Stripe', () => {
  it('asks for no mapping, and goes on without a secret: Stripe shows it later', async () => {
    const { user, send } = connect('STRIPE')
    expect(screen.queryByRole('group', { name: 'Setter' })).toBeNull()
    await user.type(field('Name'), 'Payments{Enter}')
    expect(send.mock.calls[0]?.[0]).toMatchObject({ name: 'Payments', webhookSecret: '', apiKey: '' })
  })

  it('refuses half a secret, and keeps what was typed when the server refuses', async () => {
    const { user, send, onDone } = connect('STRIPE', async () => ({
      ok: false,
      field: 'name',
      message: 'Choose another',
    }))
    await user.type(field('Name'), 'Payments')
    await user.type(field(/^Signing secret/), 'whsec')
    await user.click(screen.getByRole('button', { name: 'Connect Stripe' }))
    expect(send).not.toHaveBeenCalled()
    await user.type(field(/^Signing secret/), '_1234')
    await user.click(screen.getByRole('button', { name: 'Connect Stripe' }))
    expect(screen.getByText('Choose another')).toBeDefined()
    expect(field(/^Signing secret/).value).toBe('whsec_1234')
    expect(onDone).not.toHaveBeenCalled()
  })
})

describe('connecting Acuity', () => {
  it('needs the user id and the key, which signs as well, and asks for no other secret', async () => {
    const { user, send, container } = connect('ACUITY')
    await expectAccessible(container)
    expect(screen.queryByRole('textbox', { name: /Signing secret/ })).toBeNull()
    await user.type(field('Name'), 'Main team')
    await user.click(screen.getByRole('button', { name: 'Connect Acuity' }))
    expect(send).not.toHaveBeenCalled()
    expect(field('User id').getAttribute('aria-invalid')).toBe('true')
    await user.type(field('User id'), '18263544')
    await user.type(screen.getByLabelText('API key'), 'acuity-key-3f9b2c7d')
    await user.click(screen.getByRole('button', { name: 'Connect Acuity' }))
    expect(send.mock.calls[0]?.[0]).toMatchObject({
      account: '18263544',
      apiKey: 'acuity-key-3f9b2c7d',
      webhookSecret: '',
    })
  })
})

describe('connecting ManyChat', () => {
  it('takes a name alone, and looks for the source in fields', async () => {
    const { user, send, container } = connect('MANYCHAT')
    await expectAccessible(container)
    expect(screen.queryByText('Setter')).toBeNull()
    await user.type(field('Name'), 'Instagram')
    await user.click(screen.getByRole('button', { name: 'Connect ManyChat' }))
    const values = send.mock.calls[0]?.[0]
    expect(values).toMatchObject({ webhookSecret: '', apiKey: '' })
    expect(values && inputOfMapping(values.mapping)).toEqual({
      setterFrom: [],
      sourceFrom: [{ question: 'source' }],
      trafficTypeFrom: [{ question: 'traffic_type' }],
    })
  })
})
