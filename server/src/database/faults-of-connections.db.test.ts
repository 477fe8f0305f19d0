import { type Fault, testEachFault } from '../../test/fault-matrix.ts'
import type { FaultyDatabase } from '../../test/faulty-database.ts'
import { isCommitAnswer } from '../../test/postgres-messages.ts'
import { until } from '../../test/until.ts'

/** Ends every session that the app has on this database. */
const terminateBackends = ({ data }: FaultyDatabase) =>
  data.owner`select pg_terminate_backend(pid) from pg_stat_activity where datname = ${data.name} and usename = 'app_user'`

const limitSessions = ({ data }: FaultyDatabase, most: number) => data.owner.unsafe(`alter database ${data.name} connection limit ${most}`)

const faults: readonly Fault[] = [
  {
    name: 'connections that are reset, again and again',
    async strike({ test, load }) {
      for (let time = 0; time < 3; time += 1) {
        await load.refusalsBy(() => test.proxy.reset(), 1)
        await load.progress(5)
      }
    },
  },
  {
    name: 'backends that are terminated, again and again',
    async strike({ test, load }) {
      for (let time = 0; time < 3; time += 1) {
        await load.refusalsBy(() => terminateBackends(test), 1)
        await load.progress(5)
      }
    },
  },
  {
    name: 'a black hole that ends',
    async strike({ test, load }) {
      test.proxy.blackHole()
      await load.refusals(30)
    },
  },
  {
    name: 'a black hole that ends before anybody gave up',
    async strike({ test, load }) {
      test.proxy.blackHole()
      await until('every connection is stuck', async () => test.database.stats().idle === 0 && test.database.stats().waiting > 0)
      await test.proxy.heal()
      await load.progress(20)
    },
  },
  {
    name: 'a network that forgets its connections',
    async strike({ test, load }) {
      test.proxy.forget()
      await load.refusals(6)
    },
  },
  {
    name: 'connections that are refused',
    async strike({ test, load }) {
      await test.proxy.refuse()
      await load.refusals(50)
    },
  },
  {
    name: 'a server that takes no more sessions',
    async strike({ test, load }) {
      await limitSessions(test, 1)
      await terminateBackends(test)
      await load.refusals(30)
      await limitSessions(test, -1)
    },
  },
  {
    name: 'answers to COMMIT that are cut off',
    async strike({ test, load }) {
      test.proxy.loseFrom(isCommitAnswer, 'cut')
      await load.refusals(20)
    },
  },
  {
    name: 'answers to COMMIT that never come',
    async strike({ test, load }) {
      test.proxy.loseFrom(isCommitAnswer, 'silence')
      await load.refusals(10)
    },
  },
]

testEachFault(faults)
