import type { Connection, QueryRows } from './connection.ts'
import { CommitOutcomeUnknown, isRefusal, TransactionRolledBack } from './database-errors.ts'
import { idInAnswers, type Opening } from './opening.ts'

/** A statement with its parameters, known before any answer. */
export interface Statement {
  text: string
  parameters?: readonly unknown[]
}

/** Sends a whole transaction without waiting for anything in between. */
export async function flyOn(connection: Connection, opening: Opening, statements: readonly Statement[]): Promise<QueryRows[]> {
  if (connection.death) throw connection.death
  const opened = connection.runScript(opening.text)
  const answers = statements.map(({ text, parameters }) => connection.run(text, parameters))
  const committed = connection.run('commit')
  const [commit, ...work] = await Promise.allSettled([committed, opened, ...answers])
  const failed = work.find(isRejected)
  // After a refusal the commit was a rollback, whether or not its answer came.
  if (failed && (opening.readOnly || !isRejected(commit) || isRefusal(failed.reason))) throw failed.reason
  if (isRejected(commit)) {
    if (opening.readOnly || isRefusal(commit.reason)) throw commit.reason
    throw new CommitOutcomeUnknown(idInAnswers(await opened.catch(() => null)), commit.reason)
  }
  if (commit.value.command !== 'COMMIT') throw new TransactionRolledBack()
  return Promise.all(answers)
}

const isRejected = (result: PromiseSettledResult<unknown>): result is PromiseRejectedResult => result.status === 'rejected'
