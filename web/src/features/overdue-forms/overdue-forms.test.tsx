import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { show } from '../../test/show.tsx'
import { OverdueForms } from './overdue-forms.tsx'

const call = {
  id: 'e1',
  leadName: 'Grace Nwosu',
  hostName: 'jess@host.example',
  scheduledAt: '2020-01-01T12:00:00.000Z',
  closer: null,
}

describe('the overdue forms', () => {
  it('lead to the call where the form is filed, and name the host where no closer is known', () => {
    show(<OverdueForms calls={[call]} count={9} ofEveryone mayFile />)
    expect(screen.getByRole('link', { name: 'File form of Grace Nwosu' }).getAttribute('href')).toBe('/calls/e1')
    expect(screen.getByRole('link', { name: 'All 9' }).getAttribute('href')).toBe('/calls?overdue=1&sort=SCHEDULED_AT')
    expect(screen.getByText('jess@host.example')).toBeDefined()
  })

  it('lead whoever may remind closers to where that is done', () => {
    show(<OverdueForms calls={[call]} count={9} ofEveryone mayFile queueTo="/calls/overdue" />)
    expect(screen.getByRole('link', { name: 'All 9' }).getAttribute('href')).toBe('/calls/overdue')
  })

  it('only open the call for whoever may not file', () => {
    show(<OverdueForms calls={[call]} count={1} ofEveryone mayFile={false} />)
    expect(screen.getByRole('link', { name: 'Open the call with Grace Nwosu' }).getAttribute('href')).toBe('/calls/e1')
  })

  it('say so where none is due', () => {
    show(<OverdueForms calls={[]} count={0} ofEveryone mayFile />)
    expect(screen.getByText('Every call that is over has its form.')).toBeDefined()
  })
})
