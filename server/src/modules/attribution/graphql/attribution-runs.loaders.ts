import { defineLoader } from '../../../graphql-kit/define-loader.ts'
import { type CreditingRow, loadCreditings, loadRerunsOf } from '../service/load-creditings.ts'

export const creditingById = defineLoader<CreditingRow | null>(loadCreditings, null)

export const rerunOfPreview = defineLoader<CreditingRow | null>(loadRerunsOf, null)
