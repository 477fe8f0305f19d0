import { readFixture } from './fixtures/read-fixture.ts'

/** A fixture of Stripe's with some fields of its object changed. */
export function changedObject(name: string, change: Record<string, unknown>, event: Record<string, unknown> = {}): unknown {
  const body = readFixture(`stripe/${name}`)
  const { object } = body.data as { object: Record<string, unknown> }
  return { ...body, ...event, data: { object: { ...object, ...change } } }
}
