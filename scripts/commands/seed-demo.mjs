import { register } from 'tsx/esm/api'

/** Fills the database that DATABASE_URL names with the demo organization. */
export default async function seedDemo() {
  register()
  await import('../../server/src/main/seed-demo.ts')
}
