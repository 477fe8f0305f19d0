import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { latestRuns, loadRuns, type RunRow } from '../service/run-rows.ts'

export const jobById = defineLoader<RunRow | null>(loadRuns, null)

export const latestJobOfConnection = defineLoader<RunRow | null>(latestRuns, null)
