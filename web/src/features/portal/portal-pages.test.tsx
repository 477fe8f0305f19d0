import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { PortalLeadHistory_LeadFragment } from '../../apollo/generated/graphql.ts'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { LeadHistory } from './lead-history.tsx'
import { portalPages, PortalTabs } from './portal-nav.tsx'
import { type Place, RankRows } from './rank-rows.tsx'

const names = (props: Parameters<typeof portalPages>[0]) => portalPages(props).map(({ label }) => label)

describe('the ways through the portal', () => {
  it('lead to the forms due, and to the leaderboard where it is shown', () => {
    expect(names({ formsDue: 2, leaderboard: true, statement: true })).toEqual([
      'Today',
      'Forms due',
      'Upcoming',
      'My numbers',
      'Statement',
      'Leaderboard',
    ])
    expect(names({ formsDue: 2, leaderboard: false, statement: false })).toEqual([
      'Today',
      'Forms due',
      'Upcoming',
      'My numbers',
    ])
  })

  it('say how many forms are due', async () => {
    const { container } = show(<PortalTabs formsDue={2} leaderboard statement />)
    expect(screen.getByRole('link', { name: 'Forms , 2 due' }).getAttribute('href')).toBe('/forms')
    expect(screen.getByRole('link', { name: 'Today' }).getAttribute('aria-current')).toBe('page')
    await expectAccessible(container)
  })
})

const place = (change: Partial<Place>): Place => ({
  rank: 1,
  personId: 'c1',
  name: 'Priya Raman',
  isSelf: false,
  figure: '$61,200',
  shown: true,
  ...change,
})

describe('the leaderboard of a rep', () => {
  it('opens their own rows alone', async () => {
    const places = [place({}), place({ rank: 2, personId: 'c2', name: 'Maya Okafor', isSelf: true, figure: '$54,960' })]
    const { container } = show(<RankRows role="closer" places={places} ownTo="/payments" />)
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual([
      expect.stringContaining('Maya Okafor (you)'),
    ])
    await expectAccessible(container)
  })

  it('names nobody whose name is not shown, and no figure that is not', () => {
    const hidden = { personId: null, name: null, figure: null, shown: false }
    const places = [place(hidden), place({ ...hidden, rank: 2 }), place({ rank: 3, isSelf: true, name: 'Maya Okafor' })]
    show(<RankRows role="closer" places={places} ownTo={undefined} />)
    const rows = screen.getAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual([
      '1A closer',
      '2A closer',
      expect.stringContaining('Maya Okafor (you)$61,200'),
    ])
    expect(screen.queryByRole('link')).toBeNull()
  })

  it('says so where they stand nowhere', () => {
    show(<RankRows role="setter" places={[place({})]} ownTo="/calls" />)
    expect(screen.getByText(/you stand nowhere yet/)).toBeDefined()
  })
})

const earlier = (change: Partial<PortalLeadHistory_LeadFragment['events'][number]>) =>
  ({
    id: 'e0',
    scheduledAt: '2026-11-16T15:00:00.000Z',
    status: 'NO_SHOW',
    outcome: 'NO_SHOW',
    overdue: false,
    callType: { id: 't1', name: 'Strategy call' },
    postCallForm: null,
    ...change,
  }) satisfies PortalLeadHistory_LeadFragment['events'][number]

const lead = (change: Partial<PortalLeadHistory_LeadFragment> = {}): PortalLeadHistory_LeadFragment => ({
  id: 'l1',
  createdAt: '2026-11-12T15:00:00.000Z',
  source: { id: 's1', name: 'YouTube' },
  trafficType: { id: 'o1', name: 'Organic' },
  events: [
    earlier({ id: 'later', scheduledAt: '2026-11-25T15:00:00.000Z' }),
    earlier({ id: 'next', scheduledAt: '2026-11-20T19:00:00.000Z', status: 'SCHEDULED', outcome: null }),
    earlier({ postCallForm: { id: 'f1', notes: 'Runs a two-van plumbing firm' } }),
  ],
  payments: [{ id: 'p1', paidAt: '2026-11-17T15:00:00.000Z', net: { amount: '500.00', currency: 'USD' } }],
  ...change,
})

describe('what is known of the lead of the next call', () => {
  it('is where they came from, how their calls before it went, what was noted, and what they paid', async () => {
    const { container } = show(<LeadHistory lead={lead()} callId="next" />)
    const lines = within(screen.getByRole('list', { name: 'What is known of the lead' })).getAllByRole('listitem')
    expect(lines.map((line) => line.textContent)).toEqual([
      expect.stringContaining('Came from YouTube, organic'),
      expect.stringMatching(/^Strategy call: No show/),
      '“Runs a two-van plumbing firm”',
      expect.stringContaining('Paid $500.00'),
    ])
    await expectAccessible(container)
  })

  it('is said to be nothing where it is', () => {
    show(<LeadHistory lead={lead({ source: null, trafficType: null, events: [], payments: [] })} callId="next" />)
    expect(screen.getByText(/this is their first call/)).toBeDefined()
  })
})
