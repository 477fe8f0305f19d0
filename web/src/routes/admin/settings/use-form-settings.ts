import { skipToken, useMutation, useQuery } from '@apollo/client/react'
import { useMemo } from 'react'
import { graphql } from '../../../apollo/generated/index.ts'
import { readError } from '../../../apollo/read-error.ts'
import { tryAct } from '../../../apollo/try-act.ts'
import { usePages } from '../../../apollo/use-pages.ts'
import type { FieldUsage } from '../../../features/form-builder/field-usage.ts'
import { pastOf } from '../../../features/form-builder/form-past.ts'
import type { SavedForm } from '../../../features/form-builder/saved-form.ts'
import type { FormSave } from '../../../features/form-builder/use-form-builder.ts'
import { toDefinition, toSaveInput, type WireDefinition } from '../../../features/forms/form-definition.ts'
import { useNamedAct } from '../../../lib/use-named-act.ts'

const formQuery = graphql(`
  query SettingsForm {
    postCallFormDefinition {
      ...FormDefinitionParts_definition @unmask
    }
    postCallFormUsage {
      key
      forms
      options {
        key
        forms
      }
    }
  }
`)

const versionsQuery = graphql(`
  query SettingsFormVersions($first: Int!, $after: String) {
    postCallFormDefinitions(first: $first, after: $after) {
      edges {
        node {
          ...FormDefinitionParts_definition @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const versionQuery = graphql(`
  query SettingsFormVersion($version: Int!) {
    postCallFormDefinition(version: $version) {
      ...FormDefinitionParts_definition @unmask
    }
  }
`)

const saveMutation = graphql(`
  mutation SaveFormDefinition($input: SaveFormDefinitionInput!) {
    saveFormDefinition(input: $input) {
      formDefinition {
        ...FormDefinitionParts_definition @unmask
      }
    }
  }
`)

const toSavedForm = (wire: WireDefinition): SavedForm => ({
  version: wire.version,
  definition: toDefinition(wire),
  savedAt: wire.madeAt,
  savedByName: wire.madeByName,
})

const toUsage = (
  wire: readonly { key: string; forms: number; options: readonly { key: string; forms: number }[] }[],
): FieldUsage => ({
  fields: new Map(wire.map(({ key, forms }) => [key, forms])),
  options: new Map(wire.map(({ key, options }) => [key, new Map(options.map((option) => [option.key, option.forms]))])),
})

/** The form as it is asked now, how often its fields are answered, and its versions; and how it is saved. */
export function useFormSettings({ shownVersion }: { shownVersion: number | null }) {
  const reading = useQuery(formQuery, { fetchPolicy: 'cache-and-network' })
  const versions = usePages({
    query: versionsQuery,
    asked: {},
    pageOf: (data) => data.postCallFormDefinitions,
    noun: 'versions',
  })
  const listed = versions.rows?.find((each) => each.version === shownVersion)
  const looked = useQuery(
    versionQuery,
    shownVersion === null || listed ? skipToken : { variables: { version: shownVersion } },
  )
  const [submit] = useMutation(saveMutation)
  const named = useNamedAct()
  const { data, refetch } = reading

  const inForce = useMemo(() => data && toSavedForm(data.postCallFormDefinition), [data])
  const usage = useMemo(() => data && toUsage(data.postCallFormUsage), [data])
  const rows = useMemo(() => (versions.rows ?? []).map(toSavedForm), [versions.rows])
  const shownWire = listed ?? looked.data?.postCallFormDefinition
  const shown = useMemo(
    () => (shownWire && shownVersion !== null ? toSavedForm(shownWire) : null),
    [shownWire, shownVersion],
  )
  const past = useMemo(() => pastOf([...rows, ...(inForce ? [inForce] : [])]), [rows, inForce])

  const save: FormSave = async (definition, expectedVersion) => {
    const input = named({ ...toSaveInput(definition), expectedVersion })
    const readAnew = () => tryAct(() => Promise.all([refetch(), versions.reload()]))
    try {
      const { data: answer } = await submit({ variables: { input } })
      // It is saved, whether or not it can be read anew.
      await readAnew()
      return answer
        ? { ok: true, saved: toSavedForm(answer.saveFormDefinition.formDefinition) }
        : { ok: false, message: 'The server did not say what was saved' }
    } catch (error) {
      const { code, title, advice, fields } = readError(error)
      // Somebody else's version is fetched, and said above the draft.
      if (code === 'CONFLICT') await readAnew()
      return { ok: false, message: code === 'NETWORK' ? `${title}. ${advice}` : title, problems: fields }
    }
  }
  return {
    reading,
    inForce,
    usage,
    versions: { rows, hasMore: versions.hasMore, loadMore: versions.loadMore },
    shown,
    past,
    save,
  }
}
