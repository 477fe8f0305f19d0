import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import { tryAct } from '../../apollo/try-act.ts'
import { notify } from '../../components/notify.ts'

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

interface Entry {
  id: string
  name: string
}

/** What is done with packages at once, without a dialog; what fails is said in a corner. */
export function usePackageChanges(reload: () => Promise<unknown>) {
  const [reorder] = useMutation(reorderMutation)
  const [retire] = useMutation(retireMutation)
  const [restore] = useMutation(restoreMutation)
  const sort = async (ids: readonly string[]) => {
    await tryAct(() => reorder({ variables: { input: { ids: [...ids], clientMutationId: crypto.randomUUID() } } }))
    await tryAct(reload)
  }
  const bringBack = async ({ id, name }: Entry) => {
    const input = { id, clientMutationId: crypto.randomUUID() }
    if (await tryAct(() => restore({ variables: { input } }))) notify.done(`${name} is sold again`)
    await tryAct(reload)
  }
  const takeOut = async (entry: Entry) => {
    const input = { id: entry.id, clientMutationId: crypto.randomUUID() }
    if (await tryAct(() => retire({ variables: { input } })))
      notify.done(`${entry.name} is retired`, {
        detail: 'Forms and payments that name it keep it.',
        action: { label: 'Undo', onPress: () => void bringBack(entry) },
      })
    await tryAct(reload)
  }
  return { sort, retire: (entry: Entry) => void takeOut(entry), restore: (entry: Entry) => void bringBack(entry) }
}
