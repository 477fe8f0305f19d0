import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { CallList } from './call-list.tsx'
import { FormsDue, FormsDueList } from './forms-due.tsx'
import { NextCall } from './next-call.tsx'
import { isAhead, type PortalCall } from './portal-call.ts'

const call = (change: Partial<PortalCall> = {}): PortalCall => ({
  id: 'e1',
  leadName: 'Grace Nwosu',
  scheduledAt: '2020-01-01T12:00:00.000Z',
  endsAt: '2020-01-01T12:45:00.000Z',
  status: 'SCHEDULED',
  outcome: null,
  overdue: true,
  joinUrl: 'https://zoom.example/j/1',
  setterName: null,
  hostName: 'jess@host.example',
  callType: { id: 't1', name: 'Strategy call' },
  closer: null,
  setter: { id: 's1', name: 'Ana Petrov' },
  ...change,
})

describe('the next call', () => {
  const next = { ...call(), lead: { phone: '+12025550143' } }

  it('leads a closer into the call and to the lead’s phone, and names who booked it', async () => {
    const { container } = show(<NextCall call={next} role="closer" />)
    expect(screen.getByRole('link', { name: 'Join call' }).getAttribute('href')).toBe('https://zoom.example/j/1')
    expect(screen.getByRole('link', { name: 'Phone Grace Nwosu' }).getAttribute('href')).toBe('tel:+12025550143')
    expect(screen.getByText(/booked by Ana Petrov/)).toBeDefined()
    await expectAccessible(container)
  })

  it('names to a setter who takes it, and does not ask them in', () => {
    show(<NextCall call={next} role="setter" />)
    expect(screen.queryByRole('link', { name: 'Join call' })).toBeNull()
    expect(screen.getByText(/with jess@host\.example/)).toBeDefined()
  })

  it('is ahead until it ends, or for an hour where its end is not known', () => {
    const at = (time: string) => new Date(`2020-01-01T${time}:00.000Z`)
    expect(isAhead(call(), at('12:44'))).toBe(true)
    expect(isAhead(call(), at('12:45'))).toBe(false)
    expect(isAhead(call({ endsAt: null }), at('12:59'))).toBe(true)
    expect(isAhead(call({ endsAt: null }), at('13:00'))).toBe(false)
  })
})

describe('lists of calls', () => {
  it('lead to the form of each call that lacks it', async () => {
    const { container } = show(<FormsDue calls={[call()]} kept={new Set()} count={9} />)
    const due = screen.getByRole('region', { name: /Forms due/ })
    expect(within(due).getByRole('link', { name: 'File form of Grace Nwosu' }).getAttribute('href')).toBe('/calls/e1')
    expect(within(due).getByText('9')).toBeDefined()
    await expectAccessible(container)
  })

  it('say of a form that waits on this device that it is there', () => {
    show(<FormsDue calls={[call()]} kept={new Set(['e1'])} count={1} />)
    expect(screen.getByRole('link', { name: 'See form of Grace Nwosu' })).toBeDefined()
    expect(screen.getByText(/kept on this device/)).toBeDefined()
  })

  it('tell a setter whose call lacks its form', () => {
    show(<FormsDueList calls={[call({ closer: { id: 'c1', name: 'Maya Okafor' } })]} kept={new Set()} role="setter" />)
    expect(screen.getByText(/, with Maya Okafor/)).toBeDefined()
  })

  it('say nothing of forms where none is due', () => {
    show(<FormsDue calls={[]} kept={new Set()} count={0} />)
    expect(screen.queryByText('Forms due')).toBeNull()
  })

  it('say how a call went, and where there was none', async () => {
    const lists = (
      <>
        <CallList
          title="Recent calls"
          calls={[call({ outcome: 'CLOSED', overdue: false })]}
          role="closer"
          ahead={false}
          empty="None."
        />
        <CallList title="Earlier" calls={[]} role="closer" ahead={false} empty="None." />
      </>
    )
    const { container } = show(lists)
    expect(screen.getByRole('link', { name: /Grace Nwosu.*Closed/ })).toBeDefined()
    expect(screen.getByText('None.')).toBeDefined()
    await expectAccessible(container)
  })
})
