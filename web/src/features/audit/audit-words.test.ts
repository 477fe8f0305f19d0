import { describe, expect, it } from 'vitest'
import type { AuditChange, AuditRow } from './audit-row.ts'
import { tellEntry, tellValue } from './audit-words.ts'
import { fieldWord, nounOf } from './table-words.ts'

const tell = () => 'Nov 21, 10:00 AM'
const entry = (
  table: string,
  operation: AuditRow['operation'],
  subject: string | null,
  ...changes: (readonly [field: string, before: string | null, after: string | null])[]
) => ({
  table,
  operation,
  subject,
  changes: changes.map(([field, before, after]): AuditChange => ({ field, before, after })),
})
const told = (...of: Parameters<typeof entry>) => tellEntry(entry(...of), tell)

describe('an entry in words', () => {
  it('says whose role changed, and from what to what', () => {
    expect(told('organization_members', 'UPDATE', 'Maya', ['role', 'sales_rep', 'admin'])).toBe(
      'changed the role of Maya from sales rep to admin',
    )
  })

  it('says what was set where there was nothing, and what was taken away', () => {
    expect(told('closers', 'UPDATE', 'Maya', ['email', null, 'maya@x.example'])).toBe(
      'set the email of the closer Maya to maya@x.example',
    )
    expect(told('api_keys', 'UPDATE', 'Partner', ['expires_at', '2026-11-21T10:00:00+00:00', null])).toBe(
      'took away the expiry of the API key Partner, which was Nov 21, 10:00 AM',
    )
    expect(told('closers', 'UPDATE', 'Maya', ['deactivated_at', '2026-11-21T10:00:00+00:00', null])).toBe(
      'brought the closer Maya back',
    )
    expect(told('closers', 'UPDATE', 'Maya', ['deactivated_at', null, '2026-11-21T10:00:00+00:00'])).toBe(
      'let the closer Maya go',
    )
  })

  it('names two of several fields, and how many more there are', () => {
    const fields = [
      ['closer_id', 'Maya', 'Dana'],
      ['setter_id', null, 'Sam'],
      ['status', 'scheduled', 'completed'],
    ] as const
    expect(told('events', 'UPDATE', 'Erin', fields[0], fields[1])).toBe(
      'changed closer and setter of the call with Erin',
    )
    expect(told('events', 'UPDATE', 'Erin', ...fields)).toBe('changed closer, setter and 1 more of the call with Erin')
  })

  it('does not repeat a masked or long value', () => {
    expect(told('api_keys', 'UPDATE', 'Partner', ['key_hash', '••••', '••••'])).toBe(
      'changed the key of the API key Partner',
    )
    expect(told('events', 'UPDATE', 'Erin', ['notes', 'x'.repeat(40), 'y'.repeat(40)])).toBe(
      'changed the notes of the call with Erin',
    )
  })

  it('has words of its own for what people do with access', () => {
    expect(told('invitations', 'INSERT', 'leo@x.example', ['role', null, 'sales_rep'])).toBe(
      'invited leo@x.example as sales rep',
    )
    expect(told('invitations', 'UPDATE', 'leo@x.example', ['revoked_at', null, '2026-11-21T10:00:00Z'])).toBe(
      'revoked the invitation of leo@x.example',
    )
    expect(told('api_keys', 'UPDATE', 'Partner', ['revoked_at', null, '2026-11-21T10:00:00Z'])).toBe(
      'revoked the API key Partner',
    )
    expect(told('operator_sessions', 'INSERT', 'Opal', ['reason', null, 'They asked'])).toBe(
      'began to act for the organization: They asked',
    )
    expect(told('connection_secrets', 'UPDATE', 'Main', ['plain', '••••', null], ['sealed', null, '••••'])).toBe(
      'sealed a secret of Main',
    )
  })

  it('says to whom a payment was credited', () => {
    const credit = (method: string, closer: string | null) =>
      told('payments', 'UPDATE', 'Erin', ['attribution_method', 'none', method], ['closer_id', null, closer])
    expect(credit('manual', 'Maya')).toBe('credited the payment of Erin to Maya')
    expect(credit('manual', null)).toBe('credited the payment of Erin')
    expect(credit('none', null)).toBe('took the credit of the payment of Erin away')
    expect(told('payments', 'UPDATE', 'Erin', ['matched_payment_id', null, 'Erin'])).toBe(
      'found that the payment of Erin is the processor’s own',
    )
  })

  it('falls back on the names of tables and columns', () => {
    expect(told('payout_snapshots', 'INSERT', null)).toBe('added the payout snapshots')
    expect(told('leads', 'DELETE', 'Erin')).toBe('removed the lead Erin')
    expect([nounOf('payout_lines'), fieldWord('shared_at')]).toEqual(['payout lines', 'shared'])
  })
})

it('values are read as people write them', () => {
  expect(tellValue('attribution_locked', 'true', tell)).toBe('yes')
  expect(tellValue('expires_at', '2026-11-21T10:00:00.123+00:00', tell)).toBe('Nov 21, 10:00 AM')
  expect(tellValue('status', 'no_show', tell)).toBe('no show')
  expect(tellValue('notes', 'no_show', tell)).toBe('no_show')
  expect(tellValue('notes', null, tell)).toBeNull()
})
