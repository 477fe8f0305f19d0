import { runNode } from '../child.mjs'

/** Emits the schema from the code, then the web app's types from the schema. */
export default async function codegen() {
  await runNode('Emitting the schema', ['--import', 'tsx', 'server/src/main/emit-schema.ts', 'schema/schema.graphql'])
  await runNode('Generating types', ['node_modules/@graphql-codegen/cli/cjs/bin.js', '--config', 'codegen.ts'])
}
