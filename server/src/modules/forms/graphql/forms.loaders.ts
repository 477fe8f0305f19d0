import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { type DefinitionRow, loadDefinitions } from '../service/form-definitions.ts'
import { type FormRow, type FormVersionRow, loadFormsOfEvents, loadFormVersions } from '../service/form-rows.ts'

export const formOfEvent = defineLoader<FormRow | null>(loadFormsOfEvents, null)
export const versionsOfForm = defineLoader<readonly FormVersionRow[]>(loadFormVersions, [])
export const definitionById = defineLoader<DefinitionRow | null>(loadDefinitions, null)
