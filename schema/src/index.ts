/** What a partner's program needs to speak with Clinch: a client, its errors, and typed documents for the usual questions. */
export { createClinchClient, type ClinchClient, type ClinchClientOptions } from './client.ts'
export { ClinchApiError, ClinchUnreachable, type FieldProblem, type Problem } from './errors.ts'
export * from './generated/documents.ts'
