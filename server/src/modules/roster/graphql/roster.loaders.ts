import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import {
  loadCallTypes,
  loadClosers,
  loadSetterAliases,
  loadSetters,
  loadSourceAliases,
  loadSources,
  loadTrafficTypes,
  type NamedRow,
  type PersonRow,
  type SourceRow,
} from '../service/load-roster.ts'

export const closerById = defineLoader<PersonRow | null>(loadClosers, null)
export const setterById = defineLoader<PersonRow | null>(loadSetters, null)
export const sourceById = defineLoader<SourceRow | null>(loadSources, null)
export const trafficTypeById = defineLoader<NamedRow | null>(loadTrafficTypes, null)
export const callTypeById = defineLoader<NamedRow | null>(loadCallTypes, null)
export const aliasesOfSetter = defineLoader<readonly string[]>(loadSetterAliases, [])
export const aliasesOfSource = defineLoader<readonly string[]>(loadSourceAliases, [])
