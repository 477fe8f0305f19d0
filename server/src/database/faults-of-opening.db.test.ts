import { testEachFault } from '../../test/fault-matrix.ts'
import { isAuthentication, isReadyForQuery, isRowDescription } from '../../test/postgres-messages.ts'

/** Where the opening of a connection can break: each is a state of its own for the client. */
const points = [
  { during: 'it logs somebody in', message: isAuthentication },
  { during: 'it says that it is ready', message: isReadyForQuery },
  { during: 'it answers the first query', message: isRowDescription },
] as const

testEachFault(
  points.flatMap(({ during, message }) =>
    (['cut', 'silence'] as const).map((how) => ({
      name: `a server that is ${how === 'cut' ? 'cut off' : 'silenced'} while ${during}`,
      async strike({ test, load }) {
        test.proxy.loseFrom(message, how)
        test.proxy.reset()
        await load.refusals(20)
      },
    })),
  ),
)
