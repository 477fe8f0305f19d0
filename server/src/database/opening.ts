import { type SessionSettings, setSettings } from './session-settings.ts'

/** How a transaction begins. */
export interface Opening {
  readOnly: boolean
  /** Begins the transaction and sets its settings; of a writing one, also answers its id. */
  text: string
}

export function openingOf(settings: SessionSettings, readOnly: boolean): Opening {
  const parts = readOnly
    ? ['begin read only', setSettings(settings)]
    : ['begin', setSettings(settings), 'select pg_current_xact_id()::text as transaction_id']
  return { readOnly, text: parts.join('; ') }
}

/** The transaction's id, from what an opening was answered; null where it asked for none. */
export function idInAnswers(answers: unknown): string | null {
  const last: unknown = Array.isArray(answers) ? answers.at(-1) : null
  const row: unknown = Array.isArray(last) ? last[0] : null
  return typeof row === 'object' && row !== null && 'transaction_id' in row ? String(row.transaction_id) : null
}
