import { useQuery } from '@apollo/client/react'
import { graphql } from '../../../apollo/generated/index.ts'
import { usePages } from '../../../apollo/use-pages.ts'

const membersQuery = graphql(`
  query TeamMembers($filter: MemberFilter, $first: Int!, $after: String) {
    organization {
      id
      members(filter: $filter, first: $first, after: $after) {
        edges {
          node {
            ...MemberList_member @unmask
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`)

const invitationsQuery = graphql(`
  query TeamInvitations($filter: InvitationFilter, $first: Int!, $after: String) {
    invitations(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          ...InvitationList_invitation @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const countsQuery = graphql(`
  query TeamCounts {
    organization {
      id
      usage {
        seats
        seatsUsed
      }
    }
    invitations(first: 1) {
      totalCount
    }
  }
`)

const matching = (search: string) => ({ filter: search === '' ? null : { search } })

/** The members whose name or address has the text, page by page. */
export const useMembers = (search: string) =>
  usePages({
    query: membersQuery,
    asked: matching(search),
    pageOf: ({ organization }) => organization.members,
    noun: 'members',
  })

/** The invitations to such an address, page by page. */
export const useInvitations = (search: string) =>
  usePages({
    query: invitationsQuery,
    asked: matching(search),
    pageOf: ({ invitations }) => invitations,
    noun: 'invitations',
  })

/** How many members and invitations there are, and how many seats. */
export function useTeamCounts() {
  const { data } = useQuery(countsQuery, { fetchPolicy: 'cache-and-network' })
  return data && { ...data.organization.usage, invitations: data.invitations.totalCount }
}
