import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { type ListChanges, listChanges } from '../../apollo/list-changes.ts'

const reorderMutation = graphql(`
  mutation ReorderPackages($input: ReorderPackagesInput!) {
    reorderPackages(input: $input) {
      packages {
        id
      }
    }
  }
`)

const retireMutation = graphql(`
  mutation RetirePackage($input: RetirePackageInput!) {
    retirePackage(input: $input) {
      package {
        id
        retiredAt
      }
    }
  }
`)

const restoreMutation = graphql(`
  mutation RestorePackage($input: RestorePackageInput!) {
    restorePackage(input: $input) {
      package {
        id
        retiredAt
      }
    }
  }
`)

/** What is done with packages at once. */
export function usePackageChanges(reload: () => Promise<unknown>): ListChanges {
  const [reorder] = useMutation(reorderMutation)
  const [retire] = useMutation(retireMutation)
  const [restore] = useMutation(restoreMutation)
  return listChanges(
    reload,
    {
      reorder: (input) => reorder({ variables: { input } }),
      retire: (input) => retire({ variables: { input } }),
      restore: (input) => restore({ variables: { input } }),
    },
    { restored: 'is sold again', kept: 'Forms and payments that name it keep it.' },
  )
}
