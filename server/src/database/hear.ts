import pg from 'pg'

export interface HearOptions {
  /** Any role may listen. */
  url: string
  channel: string
  /** Something was notified. */
  onHeard(): void
  /** Whether notifications reach us from now on. What was notified while they did not is lost. */
  onHearing(hearing: boolean): void
  /** Each failure to listen, once until it works again. */
  onFault(error: Error): void
  /** How often the connection is asked whether it is alive, and how long it may take to say so. */
  pulseMs?: number
}

export interface Hearing {
  stop(): Promise<void>
}

const pulseMsByDefault = 1_000
const firstPauseMs = 100
const longestPauseMs = 5_000

/** Listens to a channel on a connection of its own, for as long as the process runs: one that is lost, or falls silent, is replaced. */
export function hear({ url, channel, onHeard, onHearing, onFault, pulseMs = pulseMsByDefault }: HearOptions): Hearing {
  let current: pg.Client | null = null
  let timer: NodeJS.Timeout | undefined
  let pauseMs = firstPauseMs
  let stopped = false
  let faulty = false

  const begin = () => {
    // A query that is not answered in time fails, and the connection with it.
    const client = new pg.Client({
      connectionString: url,
      connectionTimeoutMillis: pulseMs * 2,
      query_timeout: pulseMs * 2,
      keepAlive: true,
      application_name: `clinch hears ${channel}`,
    })
    current = client
    const lose = (error: Error) => {
      if (current !== client) return
      current = null
      clearTimeout(timer)
      onHearing(false)
      destroy(client)
      if (stopped) return
      if (!faulty) onFault(error)
      faulty = true
      timer = setTimeout(begin, pauseMs)
      pauseMs = Math.min(pauseMs * 2, longestPauseMs)
    }
    const pulse = () => {
      client.query('select 1').then(() => {
        if (current === client) timer = setTimeout(pulse, pulseMs)
      }, lose)
    }
    client.on('error', lose)
    client.on('end', () => lose(new Error('the connection ended')))
    client.on('notification', onHeard)
    client
      .connect()
      .then(() => client.query(`listen ${pg.escapeIdentifier(channel)}`))
      .then(() => {
        if (current !== client) return
        faulty = false
        pauseMs = firstPauseMs
        onHearing(true)
        timer = setTimeout(pulse, pulseMs)
      })
      .catch(lose)
  }
  begin()
  return {
    async stop() {
      stopped = true
      clearTimeout(timer)
      const last = current
      current = null
      onHearing(false)
      await last?.end().catch(onFault)
    },
  }
}

/** Not waited for: a server that does not answer would never say goodbye. */
function destroy(client: pg.Client): void {
  // Its failing to end is the failure that is told already.
  client.end().catch(() => undefined)
  client.connection.stream.destroy()
}
