import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { CustomFieldSubject } from '../../apollo/generated/graphql.ts'
import { tryAct } from '../../apollo/try-act.ts'
import { notify } from '../../components/notify.ts'

const reorderMutation = graphql(`
  mutation ReorderCustomFields($input: ReorderCustomFieldsInput!) {
    reorderCustomFields(input: $input) {
      customFields {
        id
      }
    }
  }
`)

const retireMutation = graphql(`
  mutation RetireCustomField($input: RetireCustomFieldInput!) {
    retireCustomField(input: $input) {
      customField {
        id
        retiredAt
      }
    }
  }
`)

const restoreMutation = graphql(`
  mutation RestoreCustomField($input: RestoreCustomFieldInput!) {
    restoreCustomField(input: $input) {
      customField {
        id
        retiredAt
      }
    }
  }
`)

interface Entry {
  id: string
  label: string
}

/** What is done with fields at once, without a dialog; what fails is said in a corner. */
export function useFieldChanges(reload: () => Promise<unknown>) {
  const [reorder] = useMutation(reorderMutation)
  const [retire] = useMutation(retireMutation)
  const [restore] = useMutation(restoreMutation)
  const input = (id: string) => ({ variables: { input: { id, clientMutationId: crypto.randomUUID() } } })
  const bringBack = async ({ id, label }: Entry) => {
    if (await tryAct(() => restore(input(id)))) notify.done(`${label} is in use again`)
    await tryAct(reload)
  }
  const takeOut = async (entry: Entry) => {
    if (await tryAct(() => retire(input(entry.id))))
      notify.done(`${entry.label} is retired`, {
        detail: 'What has a value keeps it.',
        action: { label: 'Undo', onPress: () => void bringBack(entry) },
      })
    await tryAct(reload)
  }
  return {
    sort: (subject: CustomFieldSubject) => async (ids: readonly string[]) => {
      await tryAct(() =>
        reorder({ variables: { input: { subject, ids: [...ids], clientMutationId: crypto.randomUUID() } } }),
      )
      await tryAct(reload)
    },
    retire: (entry: Entry) => void takeOut(entry),
    restore: (entry: Entry) => void bringBack(entry),
  }
}
