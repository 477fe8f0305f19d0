import { useQuery } from '@apollo/client/react'
import { graphql } from '../../apollo/generated/index.ts'
import type { CustomFieldSubject } from '../../apollo/generated/graphql.ts'
import type { WireField } from './field-parts.ts'

const fieldsQuery = graphql(`
  query CustomFieldsOf($subject: CustomFieldSubject!) {
    customFields(subject: $subject) {
      ...CustomFieldParts_field @unmask
    }
  }
`)

const none: readonly WireField[] = []

/** The organization's own fields of leads, events or payments that are in use; none until they are known. */
export function useCustomFields(subject: CustomFieldSubject): readonly WireField[] {
  const { data } = useQuery(fieldsQuery, { variables: { subject } })
  return data?.customFields ?? none
}
