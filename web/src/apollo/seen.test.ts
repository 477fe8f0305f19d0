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

  it('is gone once it is forgotten, and where it is not ours', () => {
    const seen = open('one', 0)
    seen.keep(client('Maya'))
    seen.forget()
    expect(seen.restore(client())).toBe(false)
    localStorage.setItem('seen', '{"build":"one"')
    expect(seen.restore(client())).toBe(false)
  })
})
