import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'

const generated = path.resolve(import.meta.dirname, 'src/apollo/generated')
const prefix = 'virtual:document/'

/** `"query Calls …": typeof types.CallsDocument` in gql.ts: which document a text stands for. */
const readNames = (): Map<string, string> =>
  new Map(
    [
      ...readFileSync(path.join(generated, 'gql.ts'), 'utf8').matchAll(
        /^ {4}("(?:[^"\\]|\\.)*"): typeof types\.(\w+),$/gm,
      ),
    ].map(([, text = '""', name = '']) => [JSON.parse(text) as string, name]),
  )

/** `export const CallsDocument = {…} as unknown as …` in graphql.ts: the document itself. */
const readDocuments = (): Map<string, string> =>
  new Map(
    [
      ...readFileSync(path.join(generated, 'graphql.ts'), 'utf8').matchAll(
        /^export const (\w+) = (\{.*\}) as unknown as /gm,
      ),
    ].map(([, name = '', json = '']) => [name, json]),
  )

/**
 * Puts each GraphQL document into the chunk of the page that asks it. The generated `graphql()` looks a document up by its text, in a
 * table of all there are, which every page would otherwise load.
 */
export function splitDocuments(): Plugin {
  let names = new Map<string, string>()
  let documents = new Map<string, string>()
  return {
    name: 'split-documents',
    apply: 'build',
    enforce: 'pre',
    buildStart() {
      names = readNames()
      documents = readDocuments()
    },
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null
      return `export default ${documents.get(id.slice(prefix.length + 1)) ?? 'undefined'}`
    },
    transform(code, id) {
      if (
        !id.startsWith(path.dirname(path.dirname(generated))) ||
        id.startsWith(generated) ||
        !code.includes('graphql(`')
      )
        return null
      const imports: string[] = []
      const split = code.replace(/\bgraphql\(`([^`]*)`\)/g, (_, text: string) => {
        const name = names.get(text)
        if (name === undefined || !documents.has(name))
          this.error(`This document was not generated: run \`npm run codegen\`.\n${text}`)
        imports.push(`import ${name} from '${prefix}${name}'`)
        return name
      })
      // One that is left would bring the table of all of them.
      if (/\bgraphql\(`/.test(split)) this.error('A document holds a backtick: leave it out.')
      return { code: `${imports.join('\n')}\n${split}`, map: null }
    },
  }
}
