export { goOn, runSync } from './run-sync.ts'
export { failRun, finishRun, mayAsk, type StepPosition, type StepResult, storeStep, type TakenRun, takeRun, waitRun } from './run-steps.ts'
export { runVersions } from './run-versions.ts'
