import type { CodegenConfig } from '@graphql-codegen/cli'

/**
 * Types of the web app's operations, from the schema that the server emits. Fragments are masked by Apollo Client: the types say so
 * (`mask`, `@unmask`), and no run-time helper is generated.
 */
const config: CodegenConfig = {
  schema: 'schema/schema.graphql',
  documents: ['web/src/**/*.{ts,tsx}', '!web/src/apollo/generated/**', '!web/src/**/*.test.{ts,tsx}'],
  ignoreNoDocuments: true,
  generates: {
    'web/src/apollo/generated/': {
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
        scalars: {
          ID: 'string',
          Date: 'string',
          DateTime: 'string',
          Decimal: 'string',
          CurrencyCode: 'string',
        },
      },
    },
  },
}

export default config
