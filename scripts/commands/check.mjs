import { CommandFailed } from '../child.mjs'
import { runChecks } from '../checks/run-checks.mjs'

/** Everything that can be said of the code without running it. */
export default async function check() {
  const { failed } = await runChecks()
  if (failed > 0) throw new CommandFailed(`${failed} of the checks failed.`)
}
