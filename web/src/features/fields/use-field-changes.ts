import { useMutation } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { CustomFieldSubject } from '../../apollo/generated/graphql.ts'
import { type ListChanges, listChanges } from '../../apollo/list-changes.ts'

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

/** What is done with the fields of one kind of record at once. */
export function useFieldChanges(reload: () => Promise<unknown>): (subject: CustomFieldSubject) => ListChanges {
  const [reorder] = useMutation(reorderMutation)
  const [retire] = useMutation(retireMutation)
  const [restore] = useMutation(restoreMutation)
  return (subject) =>
    listChanges(
      reload,
      {
        reorder: (input) => reorder({ variables: { input: { subject, ...input } } }),
        retire: (input) => retire({ variables: { input } }),
        restore: (input) => restore({ variables: { input } }),
      },
      { restored: 'is in use again', kept: 'What has a value keeps it.' },
    )
}
