import { afterAll } from 'vitest'
import { registerReactions } from '../src/app/modules.ts'
import type { TestDatabase } from './database.ts'
import { type Intake, startIntake } from './intake.ts'
import { patientDatabase } from './patient-database.ts'

/** What the tests of a file work with whose deliveries and syncs are acted on as they are by the whole product; closed when they are through. */
export async function openIntake(): Promise<{ test: TestDatabase; intake: Intake }> {
  registerReactions()
  const test = await patientDatabase()
  const intake = await startIntake(test.database)
  afterAll(async () => {
    await intake.close()
    await test.close()
  })
  return { test, intake }
}
