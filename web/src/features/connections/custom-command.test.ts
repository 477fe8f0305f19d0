import { execFileSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { customCommand } from './custom-command.ts'

describe('the command that tells Clinch of a lead', () => {
  it('signs as Standard Webhooks do, in a real shell', () => {
    const key = Buffer.alloc(32, 7)
    const command = customCommand({
      webhookUrl: 'https://clinch.example/x',
      signingSecret: `whsec_${key.toString('base64')}`,
    })
    // What curl would be given, each on a line of its own.
    const told = execFileSync('bash', ['-c', `curl() { printf '%s\\n' "$@"; }\n${command}`], {
      encoding: 'utf8',
    }).split('\n')
    const header = (name: string) => told.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2) ?? ''
    const body = told[told.indexOf('--data-binary') + 1] ?? ''
    const signed = createHmac('sha256', key).update(`${header('webhook-id')}.${header('webhook-timestamp')}.${body}`)
    expect(header('webhook-signature')).toBe(`v1,${signed.digest('base64')}`)
    expect(told[0]).toBe('https://clinch.example/x')
    expect(JSON.parse(body)).toMatchObject({ id: 'test-1', kind: 'lead' })
  })
})
