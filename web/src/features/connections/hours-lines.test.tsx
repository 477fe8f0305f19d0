import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../../test/expect-accessible.ts'
import { show } from '../../test/show.tsx'
import { HoursLines, type HoursReading } from './hours-lines.tsx'

const read: HoursReading = {
  askedAt: new Date().toISOString(),
  hostCount: 12,
  closerCount: 1,
  problems: [],
  error: null,
}
const text = () => screen.getByRole('region', { name: 'Open hours' }).textContent

describe('the open hours of a connection', () => {
  it('are told as of how many closers they were read, among how many hosts', async () => {
    const { container } = show(<HoursLines reading={read} />)
    expect(text()).toContain('Open hours of 1 closer read')
    expect(text()).toContain('among 12 hosts.')
    await expectAccessible(container)
  })

  it('name each host whose hours could not be read', async () => {
    const problems = ['Calendly has no schedules of ada.', 'Calendly does not show this token when bob takes calls.']
    const { container } = show(<HoursLines reading={{ ...read, closerCount: 3, problems }} />)
    expect(text()).toContain('3 closers')
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual(problems)
    await expectAccessible(container)
  })

  it('say what to do where none could be read', () => {
    show(<HoursLines reading={{ ...read, error: 'Calendly does not accept the token. Make a new one.' }} />)
    expect(text()).toContain('could not be read')
    expect(text()).toContain('Make a new one.')
    expect(text()).not.toContain('closer')
  })
})
