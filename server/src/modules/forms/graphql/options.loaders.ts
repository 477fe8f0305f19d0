import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import {
  type CallOutcomeRow,
  countFormsWithOutcome,
  countFormsWithPackage,
  countFormsWithStatus,
  loadCallOutcomes,
  loadOpportunityStatuses,
  type OpportunityStatusRow,
} from '../service/option-rows.ts'

export const callOutcomeById = defineLoader<CallOutcomeRow | null>(loadCallOutcomes, null)
export const opportunityStatusById = defineLoader<OpportunityStatusRow | null>(loadOpportunityStatuses, null)
export const formsWithOutcome = defineLoader<number>(countFormsWithOutcome, 0)
export const formsWithStatus = defineLoader<number>(countFormsWithStatus, 0)
export const formsWithPackage = defineLoader<number>(countFormsWithPackage, 0)
