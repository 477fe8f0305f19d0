import type { CodegenConfig } from '@graphql-codegen/cli'

/** All of them are text on the wire. */
const scalars = { ID: 'string', Date: 'string', DateTime: 'string', Decimal: 'string', CurrencyCode: 'string' }

/**
 * Types of the web app's operations, from the schema that the server emits. Fragments are masked by Apollo Client: the types say so
 * (`mask`, `@unmask`), and no run-time helper is generated. A partner's documents are generated beside their client.
 */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  ignoreNoDocuments: true,
  generates: {
    'web/src/apollo/generated/': {
      documents: ['web/src/**/*.{ts,tsx}', '!web/src/apollo/generated/**', '!web/src/**/*.test.{ts,tsx}'],
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        inlineFragmentTypes: 'mask',
        customDirectives: { apolloUnmask: true },
        strictScalars: true,
        defaultScalarType: 'unknown',
        importExtension: '.ts',
        scalars,
      },
    },
    'schema/src/generated/documents.ts': {
      documents: ['schema/src/documents/*.graphql'],
      plugins: ['typescript-operations', 'typed-document-node'],
      config: { useTypeImports: true, enumsAsTypes: true, strictScalars: true, defaultScalarType: 'unknown', scalars },
    },
  },
}

export default config
