import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { FormatSettingsProvider } from '../../lib/format-settings.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import type { CallSummary } from './call-summary.ts'
import { HandTrail, Trail } from './trail.tsx'
import type { TrailStep } from './trail-step.ts'

const steps: TrailStep[] = [
  {
    rule: 'REFERENCE',
    question: 'Is a call named in the payment?',
    explanation: 'No. It names no event, invitee or checkout of ours.',
    result: 'NOTHING',
    candidates: [],
  },
  {
    rule: 'MATCHED_PAST',
    question: 'Who paid it, and which call came before it?',
    explanation:
      'hannah@mail.example is the email of Hannah Brandt. Their most recent call before it was on Nov 19, 2026, 19:00 UTC.',
    result: 'FOUND',
    candidates: [
      {
        eventId: 'e1',
        scheduledAt: '2026-11-19T19:00:00.000Z',
        verdict: 'CHOSEN',
        note: 'Most recent before the payment',
      },
      { eventId: 'e2', scheduledAt: '2026-11-17T21:00:00.000Z', verdict: 'MOVED', note: 'Moved to another time' },
    ],
  },
  {
    rule: 'MATCHED_COMING',
    question: 'Is there a coming call that was booked before it?',
    explanation: 'Not asked: the call was found already.',
    result: 'NOT_NEEDED',
    candidates: [],
  },
]

const call: CallSummary = {
  id: 'e1',
  leadName: 'Hannah Brandt',
  leadEmail: 'hannah@mail.example',
  scheduledAt: '2026-11-19T19:00:00.000Z',
  status: 'COMPLETED',
  outcome: 'CLOSED',
  overdue: false,
  closer: { id: 'c1', name: 'Maya Okafor' },
  setter: null,
  source: null,
}

const zone = { locale: 'en-US', timeZone: 'America/New_York', organizationTimeZone: 'America/New_York' }

const shown = (calls: readonly CallSummary[]) =>
  show(
    <FormatSettingsProvider value={zone}>
      <Trail steps={steps} calls={new Map(calls.map((each) => [each.id, each]))} names={['Maya Okafor']} />
    </FormatSettingsProvider>,
  )

describe('the trail', () => {
  it('asks the rules in order, and says what each came to', async () => {
    const { container } = shown([call])
    const asked = screen
      .getAllByRole('heading', { level: 3 })
      .map((heading) => [heading.textContent, heading.nextElementSibling?.textContent])
    expect(asked).toEqual([
      ['Is a call named in the payment?', 'Nothing here'],
      ['Who paid it, and which call came before it?', 'Found'],
      ['Is there a coming call that was booked before it?', 'Not needed'],
    ])
    await expectAccessible(container)
  })

  it('tells instants in the zone of who reads it', () => {
    shown([call])
    expect(screen.getByText(/is the email of Hannah Brandt/).textContent).toContain('Nov 19, 2:00 PM')
    expect(screen.getByText(/is the email of Hannah Brandt/).textContent).not.toContain('UTC')
  })

  it('shows the calls that were looked at, the chosen one said aloud, each with its reason', () => {
    shown([call])
    const [chosen, moved] = within(screen.getByRole('list', { name: 'Calls that were looked at' })).getAllByRole(
      'listitem',
    )
    expect(chosen?.textContent).toContain('Chosen: ')
    expect(chosen?.textContent).toContain('Closed')
    expect(chosen?.textContent).toContain('Most recent before the payment')
    expect(moved?.textContent).not.toContain('Chosen')
    expect(moved?.textContent).toContain('Moved to another time')
  })

  it('leads to the calls that the reader may see, and to no others', () => {
    shown([call])
    const list = within(screen.getByRole('list', { name: 'Calls that were looked at' }))
    expect(list.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['/calls/e1'])
  })

  it('stands whole before anything more is known of its calls', () => {
    shown([])
    expect(screen.getByText('Moved to another time')).toBeTruthy()
    expect(screen.queryByRole('link')).toBeNull()
  })
})

describe('the trail of a decision by hand', () => {
  it('gives the person’s own words, and says that the rules stand back', async () => {
    const { container } = show(<HandTrail decidedBy="Nora Whitfield" reason="Daniel ran the call" />)
    expect(screen.getByText('What does Nora Whitfield say?')).toBeTruthy()
    expect(screen.getByText('Daniel ran the call').tagName).toBe('BLOCKQUOTE')
    expect(screen.getByText(/Clinch leaves it alone until it is unlocked/)).toBeTruthy()
    await expectAccessible(container)
  })

  it('says so where no reason was given', () => {
    show(<HandTrail decidedBy="Nora Whitfield" reason={null} />)
    expect(screen.getByText('No reason was written down.')).toBeTruthy()
  })
})
