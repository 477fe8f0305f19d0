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
const at = (hours: number) => () => hours * hourMs

beforeEach(() => {
  localStorage.clear()
})

describe('what was seen', () => {
  it('is shown again by the same build within a day', () => {
    openSeen('seen', 'one', at(0)).keep(client('Maya'))
    const later = client()
    expect(openSeen('seen', 'one', at(23)).restore(later)).toBe(true)
    expect(later.readQuery({ query })).toMatchObject({ viewer: { id: 'Maya' } })
  })

  it.each([
    ['another build', 'two', 1],
    ['a day later', 'one', 25],
  ])('is not shown by %s', (_who, build, hours) => {
    openSeen('seen', 'one', at(0)).keep(client('Maya'))
    const later = client()
    expect(openSeen('seen', build, at(hours)).restore(later)).toBe(false)
    expect(later.readQuery({ query })).toBeNull()
  })

  it('is gone once it is forgotten, and where it is not ours', () => {
    const seen = openSeen('seen', 'one', at(0))
    seen.keep(client('Maya'))
    seen.forget()
    expect(seen.restore(client())).toBe(false)
    localStorage.setItem('seen', '{"build":"one"')
    expect(seen.restore(client())).toBe(false)
  })
})
