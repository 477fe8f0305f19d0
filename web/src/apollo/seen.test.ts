import { ApolloClient, ApolloLink, gql, InMemoryCache } from '@apollo/client'
import { beforeEach, describe, expect, it } from 'vitest'
import { openSeen } from './seen.ts'

const query = gql`
  query Seen {
    viewer {
      id
    }
  }
`
const call = gql`
  query Call {
    event(id: "e1") {
      id
      leadName
      sourceName
    }
  }
`
const calledAda = (sourceName: string) => ({
  event: { __typename: 'Event', id: 'e1', leadName: 'Ada', sourceName },
})
const payment = gql`
  query Payment {
    payment(id: "p1") {
      id
      customerName
    }
  }
`
const paidByBo = { payment: { __typename: 'Payment', id: 'p1', customerName: 'Bo' } }
const client = (name?: string): ApolloClient => {
  const made = new ApolloClient({ link: ApolloLink.empty(), cache: new InMemoryCache() })
  if (name !== undefined) made.writeQuery({ query, data: { viewer: { __typename: 'Viewer', id: name } } })
  return made
}
const hourMs = 3_600_000
/** The store as a build sees it, so many hours later. */
const open = (build: string, hours: number, stands = true) =>
  openSeen({ key: 'seen', build, stands: () => stands, now: () => hours * hourMs })

beforeEach(() => {
  localStorage.clear()
})

describe('what was seen', () => {
  it('is shown again by the same build within a day', () => {
    open('one', 0).keep(client('Maya'))
    const later = client()
    expect(open('one', 23).restore(later)).toBe(true)
    expect(later.readQuery({ query })).toMatchObject({ viewer: { id: 'Maya' } })
  })

  it.each([
    ['another build', 'two', 1],
    ['a day later', 'one', 25],
  ])('is not shown by %s', (_who, build, hours) => {
    open('one', 0).keep(client('Maya'))
    const later = client()
    expect(open(build, hours).restore(later)).toBe(false)
    expect(later.readQuery({ query })).toBeNull()
  })

  it('is not what another person looks at by now, and not nothing', () => {
    open('one', 0).keep(client('Maya'))
    open('one', 1, false).keep(client('Ben'))
    open('one', 1).keep(client())
    const later = client()
    expect(open('one', 2).restore(later)).toBe(true)
    expect(later.readQuery({ query })).toMatchObject({ viewer: { id: 'Maya' } })
  })

  it('is joined with what other pages were told, each told as late as it was', () => {
    const today = client('Maya')
    today.writeQuery({ query: call, data: calledAda('Podcast') })
    open('one', 0).keep(today)
    // Another page, opened by its address, that knows nothing of the first.
    const direct = client('Maya')
    direct.writeQuery({ query: payment, data: paidByBo })
    open('one', 20).keep(direct)
    const later = client()
    expect(open('one', 23).restore(later)).toBe(true)
    expect(later.readQuery({ query: call })).toEqual(calledAda('Podcast'))
    expect(later.readQuery({ query: payment })).toEqual(paidByBo)
    const muchLater = client()
    expect(open('one', 30).restore(muchLater)).toBe(true)
    expect(muchLater.readQuery({ query: call })).toBeNull()
    expect(muchLater.readQuery({ query: payment })).toEqual(paidByBo)
  })

  it('is the newer of two answers to the same question, and says nothing twice', () => {
    for (const [hours, source] of [
      [0, 'Podcast'],
      [1, 'YouTube'],
    ] as const) {
      const page = client('Maya')
      page.writeQuery({ query: call, data: calledAda(source) })
      open('one', hours).keep(page)
    }
    const later = client()
    open('one', 2).restore(later)
    expect(later.readQuery({ query: call })).toEqual(calledAda('YouTube'))
    expect(localStorage.getItem('seen')?.split('Ada')).toHaveLength(2)
  })

  it('leaves out what is oldest where there is too much', () => {
    const wordy = (text: string) => {
      const page = client('Maya')
      const event = { __typename: 'Event', id: text[0], leadName: text, sourceName: null }
      page.writeQuery({ query: call, data: { event } })
      return page
    }
    open('one', 0).keep(wordy('a'.repeat(1_500_000)))
    const paid = client('Maya')
    paid.writeQuery({ query: payment, data: paidByBo })
    open('one', 1).keep(paid)
    open('one', 2).keep(wordy('b'.repeat(1_500_000)))
    const kept = localStorage.getItem('seen') ?? ''
    expect([kept.includes('aaa'), kept.includes('bbb'), kept.includes('Payment:p1')]).toEqual([false, true, true])
  })

  it('is gone once it is forgotten, and where it is not ours', () => {
    const seen = open('one', 0)
    seen.keep(client('Maya'))
    seen.forget()
    expect(seen.restore(client())).toBe(false)
    localStorage.setItem('seen', '{"build":"one"')
    expect(seen.restore(client())).toBe(false)
  })
})
