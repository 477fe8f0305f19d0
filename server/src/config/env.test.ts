import { describe, expect, it } from 'vitest'
import { readSettings, SettingsError } from './env.ts'

const production = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://clinch@127.0.0.1:9/clinch',
  PUBLIC_URL: 'https://clinch.io',
  ENCRYPTION_MASTER_KEY: 'ab'.repeat(32),
  AUTH_SECRET: 'a secret of its own, and long enough for it',
}
const sender = { MAIL_FROM: 'Clinch <no-reply@clinch.io>' }
const refusal = (environment: Record<string, string>): string => {
  try {
    readSettings(environment)
    return 'it was taken'
  } catch (error) {
    if (error instanceof SettingsError) return error.message
    throw error
  }
}

describe('who carries e-mail', () => {
  it('must be said in production, with whom it is from', () => {
    expect(refusal(production)).toBe('In production e-mail is really sent: RESEND_API_KEY or SENDGRID_API_KEY must be set, with MAIL_FROM')
    for (const name of ['RESEND_API_KEY', 'SENDGRID_API_KEY']) {
      const key = { [name]: 'a key' }
      expect(refusal({ ...production, ...key })).toMatch(/^MAIL_FROM must be set/)
      expect(refusal({ ...production, ...key, ...sender })).toBe('it was taken')
    }
  })

  it('need not be said elsewhere', () => {
    expect(refusal({})).toBe('it was taken')
  })

  it('is one provider', () => {
    expect(refusal({ RESEND_API_KEY: 're_x', SENDGRID_API_KEY: 'SG.x', ...sender })).toBe(
      'Set RESEND_API_KEY or SENDGRID_API_KEY, not both',
    )
  })

  it.each(['Clinch', 'Clinch <nobody>', 'a@b.io\r\nBcc: c@d.io', 'Clinch <a@b.io> and more'])(
    'is from an address, which %j is not',
    (from) => {
      expect(refusal({ RESEND_API_KEY: 're_x', MAIL_FROM: from })).toMatch(/^MAIL_FROM must be an address/)
    },
  )

  it('is reached where its API is, or where that is said to be', () => {
    expect(readSettings({}).RESEND_URL).toBe('https://api.resend.com')
    expect(readSettings({ SENDGRID_URL: 'http://127.0.0.1:9/' }).SENDGRID_URL).toBe('http://127.0.0.1:9')
  })
})

describe('providers', () => {
  it('are called over https in production, wherever they are', () => {
    const given = { ...production, ...sender, RESEND_API_KEY: 'a key' }
    for (const address of ['CALENDLY_URL', 'STRIPE_URL', 'ACUITY_URL', 'WHOP_URL']) {
      expect(refusal({ ...given, [address]: 'http://provider.example/api' })).toMatch(new RegExp(`over https: see ${address}$`))
      expect(refusal({ ...given, [address]: 'https://provider.example/api' })).toBe('it was taken')
    }
    expect(readSettings({}).ACUITY_URL).toBe('https://acuityscheduling.com/api/v1')
  })
})
