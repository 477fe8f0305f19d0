export { goOn, runSync } from './run-sync.ts'
export { failRun, finishRun, type StepPosition, type StepResult, storeStep, type TakenRun, takeRun, waitRun } from './run-steps.ts'
