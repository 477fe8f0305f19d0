import { useMutation, useQuery } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { linkExpiry, type PortalLink, type PortalPerson } from './portal-link.ts'

const linksQuery = graphql(`
  query PortalLinks($closerId: ID, $setterId: ID) {
    portalLinks(closerId: $closerId, setterId: $setterId) {
      ...PortalLink_link @unmask
    }
  }
`)

const createMutation = graphql(`
  mutation CreatePortalLink($input: CreatePortalLinkInput!) {
    createPortalLink(input: $input) {
      portalLink {
        ...PortalLink_link @unmask
      }
      url
    }
  }
`)

const revokeMutation = graphql(`
  mutation RevokePortalLink($input: RevokePortalLinkInput!) {
    revokePortalLink(input: $input) {
      portalLink {
        ...PortalLink_link @unmask
      }
    }
  }
`)

const replaceMutation = graphql(`
  mutation ReplacePortalLink($input: ReplacePortalLinkInput!) {
    replacePortalLink(input: $input) {
      portalLink {
        ...PortalLink_link @unmask
      }
      replaced {
        ...PortalLink_link @unmask
      }
      url
    }
  }
`)

/** A new link with its address, which is not to be had again. */
export interface NewPortalLink {
  link: PortalLink
  url: string
}

export interface PortalLinks {
  /** The newest first; undefined until they are known. */
  links: readonly PortalLink[] | undefined
  error: Error | undefined
  reload: () => void
  /** These three throw what the API refuses. */
  create: (values: { lifeDays: number; singleUse: boolean }) => Promise<NewPortalLink | null>
  replace: (id: string) => Promise<NewPortalLink | null>
  revoke: (id: string) => Promise<void>
}

/** The portal links of somebody on the roster, and what can be done to them. */
export function usePortalLinks({ kind, id }: PortalPerson): PortalLinks {
  const whose = kind === 'closer' ? { closerId: id } : { setterId: id }
  const { data, error, refetch } = useQuery(linksQuery, { variables: whose })
  const [create] = useMutation(createMutation)
  const [replace] = useMutation(replaceMutation)
  const [revoke] = useMutation(revokeMutation)
  const reload = () => void refetch()
  return {
    links: data?.portalLinks,
    error,
    reload,
    create: async ({ lifeDays, singleUse }) => {
      const input = { ...whose, singleUse, expiresAt: linkExpiry(lifeDays, new Date()) }
      const made = (await create({ variables: { input } })).data?.createPortalLink
      reload()
      return made ? { link: made.portalLink, url: made.url } : null
    },
    replace: async (linkId) => {
      const made = (await replace({ variables: { input: { id: linkId } } })).data?.replacePortalLink
      reload()
      return made ? { link: made.portalLink, url: made.url } : null
    },
    revoke: async (linkId) => {
      await revoke({ variables: { input: { id: linkId, clientMutationId: crypto.randomUUID() } } })
    },
  }
}
