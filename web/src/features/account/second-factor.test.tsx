import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { SecondFactorSection, type SecondFactorSectionProps } from './second-factor-section.tsx'

const codes = ['aaaaa-bbbbb', 'ccccc-ddddd']
const totpUri = 'otpauth://totp/Clinch:nora%40kestrel.example?secret=GEZDGNBVGY3TQOJQ&issuer=Clinch&digits=6&period=30'

const open = (props: Partial<SecondFactorSectionProps> = {}) => {
  const told = {
    begin: vi.fn(async () => ({ ok: true, value: { totpUri, recoveryCodes: codes } }) as const),
    finish: vi.fn(async () => ({ ok: true }) as const),
    end: vi.fn(async () => ({ ok: true }) as const),
    renewCodes: vi.fn(async () => ({ ok: true, value: codes }) as const),
    onChanged: vi.fn(),
  }
  const shown = show(<SecondFactorSection isOn={false} demandedBy={null} {...told} {...props} />)
  const givePassword = async (button: string) => {
    await shown.user.type(screen.getByLabelText('Your password'), 'correct-horse')
    await shown.user.click(screen.getByRole('button', { name: button }))
  }
  return { ...shown, ...told, givePassword }
}

describe('the second step of signing in', () => {
  it('is on once the app has given a code; the recovery codes stay until they are kept', async () => {
    const { user, begin, finish, onChanged, givePassword } = open()
    await user.click(screen.getByRole('button', { name: 'Turn it on' }))
    await givePassword('Continue')
    expect(begin).toHaveBeenCalledWith('correct-horse')
    expect(screen.getByRole('img', { name: 'QR code for the authenticator app' })).toBeTruthy()
    expect(screen.getByText('GEZD GNBV GY3T QOJQ')).toBeTruthy()
    await expectAccessible(screen.getByRole('dialog'))
    expect(onChanged).not.toHaveBeenCalled()
    await user.type(screen.getByRole('textbox', { name: 'Code of the app' }), '123 456')
    await user.click(screen.getByRole('button', { name: 'Turn it on' }))
    expect(finish).toHaveBeenCalledWith('123456')
    expect(onChanged).toHaveBeenCalledOnce()
    await user.keyboard('{Escape}')
    expect(screen.getByRole('region', { name: 'Recovery codes' }).textContent).toBe(codes.join('\n'))
    await expectAccessible(screen.getByRole('dialog'))
    await user.click(screen.getByRole('button', { name: 'I have kept them' }))
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says at the password that it is wrong, and goes no further', async () => {
    const { user, givePassword } = open({
      begin: async () => ({
        ok: false,
        code: 'INVALID_PASSWORD',
        field: 'password',
        message: 'This is not your password',
      }),
    })
    await user.click(screen.getByRole('button', { name: 'Turn it on' }))
    await givePassword('Continue')
    expect(screen.getByText('This is not your password')).toBeTruthy()
    expect(screen.queryByRole('img')).toBeNull()
  })

  it('shows new recovery codes once', async () => {
    const { user, renewCodes, givePassword } = open({ isOn: true })
    await user.click(screen.getByRole('button', { name: 'New recovery codes' }))
    await givePassword('Make new codes')
    expect(renewCodes).toHaveBeenCalledWith('correct-horse')
    expect(screen.getByRole('region', { name: 'Recovery codes' }).textContent).toBe(codes.join('\n'))
  })

  it('is turned off by the password', async () => {
    const { user, end, onChanged, givePassword } = open({ isOn: true })
    await user.click(screen.getByRole('button', { name: 'Turn it off' }))
    await givePassword('Turn it off')
    expect(end).toHaveBeenCalledWith('correct-horse')
    expect(onChanged).toHaveBeenCalledOnce()
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('says before it is turned off which organization is shut then', async () => {
    const { user } = open({ isOn: true, demandedBy: 'Kestrel Academy' })
    await user.click(screen.getByRole('button', { name: 'Turn it off' }))
    expect(screen.getByRole('dialog').textContent).toContain('Kestrel Academy demands it: you are shut out there')
  })
})
