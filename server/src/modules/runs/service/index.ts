export { failRun, waitRun } from './put-off-run.ts'
export type { RunState } from './run-rows.ts'
export {
  finishRun,
  mayAsk,
  type StepPosition,
  type StepResult,
  storeStep,
  type TakenOwnRun,
  type TakenRun,
  takeOwnRun,
  takeRun,
} from './run-steps.ts'
export { goOn, runCrediting, runSync } from './run-sync.ts'
export { runVersions } from './run-versions.ts'
export { stopRun, takeUpRun } from './stop-run.ts'
export { startSync } from './start-sync.ts'
