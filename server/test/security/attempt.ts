import postgres from 'postgres'

/** What the database is told of a caller, raw: settings that are left out are never set. */
export type RawSettings = Readonly<Partial<Record<'organization_id' | 'user_id' | 'scope' | 'rep_ids', string>>>

/** What became of a statement: how many rows it touched, or the SQLSTATE that it was refused with. */
export type Outcome = number | string

/** Acts straight on the database as one of its roles, with whatever settings, well formed or not. */
export class RawRole {
  readonly #sql: postgres.Sql

  constructor(url: string) {
    this.#sql = postgres(url, { max: 1, onnotice: () => undefined })
  }

  /** Runs one statement in a transaction of its own, kept unless `undo`. */
  async attempt(settings: RawSettings, text: string, parameters: string[] = [], undo = false): Promise<Outcome> {
    let touched: Outcome = 0
    const undone = new Error('undone')
    try {
      await this.#sql.begin(async (sql) => {
        for (const [name, value] of Object.entries(settings)) await sql`select set_config(${`app.${name}`}, ${value}, true)`
        const rows = await sql.unsafe(text, parameters)
        touched = rows.count
        if (undo) throw undone
      })
      return touched
    } catch (error) {
      if (error === undone) return touched
      if (error instanceof postgres.PostgresError) return error.code
      throw error
    }
  }

  end(): Promise<void> {
    return this.#sql.end()
  }
}
