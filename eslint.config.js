import graphqlPlugin from '@graphql-eslint/eslint-plugin'
import js from '@eslint/js'
import reactHooks from 'eslint-plugin-react-hooks'
import { defineConfig } from 'eslint/config'
import tseslint from 'typescript-eslint'

const graphQLConfig = {
  schema: 'schema/schema.graphql',
  documents: ['web/src/**/*.{ts,tsx}', '!web/src/apollo/generated/**', '!web/src/**/*.test.{ts,tsx}'],
  extensions: { pluckConfig: { globalGqlIdentifierName: ['graphql'] } },
}

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      '**/node_modules/',
      '.cache/',
      '.data/',
      'web/src/apollo/generated/',
      'schema/src/generated/',
      'web/public/',
      'server/bench/postgraphile/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [js.configs.recommended, tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // A function of the interface may be asked to answer a promise before any of its work needs one.
      '@typescript-eslint/require-await': 'off',
      // Counts and ports read well in a sentence.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // `return answer(…)` leaves a handler early.
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // graphql-js's Kind and OperationTypeNode are compared with their texts.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      // An object type of the schema describes a shape: its sources are plain rows.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // postgres.js, drizzle and zod answer objects whose functions do not use `this`; so do ours.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true }],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      // Modules and resolvers are classes because type-graphql reads decorators from them.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-non-null-assertion': 'error',
      'max-lines': ['error', { max: 350 }],
      eqeqeq: 'error',
    },
  },
  {
    // Matchers such as expect.any() are typed as any.
    files: ['**/*.test.ts', '**/*.test.tsx'],
    rules: { '@typescript-eslint/no-unsafe-assignment': 'off' },
  },
  {
    files: ['web/src/**/*.{ts,tsx}'],
    extends: [reactHooks.configs.flat.recommended],
    processor: graphqlPlugin.processor,
    // It speaks of React Compiler, which is not used.
    rules: { 'react-hooks/incompatible-library': 'off' },
  },
  {
    files: ['scripts/**/*.mjs', '*.js', '*.cjs'],
    extends: [js.configs.recommended],
    languageOptions: {
      globals: {
        console: 'readonly',
        process: 'readonly',
        performance: 'readonly',
        setInterval: 'readonly',
        clearInterval: 'readonly',
        module: 'writable',
      },
    },
  },
  {
    files: ['schema/schema.graphql'],
    plugins: { '@graphql-eslint': graphqlPlugin },
    languageOptions: { parser: graphqlPlugin.parser, parserOptions: { graphQLConfig } },
    rules: {
      '@graphql-eslint/description-style': 'error',
      '@graphql-eslint/input-name': ['error', { checkInputType: true, checkQueries: false, caseSensitiveInputType: false }],
      '@graphql-eslint/naming-convention': [
        'error',
        {
          types: 'PascalCase',
          FieldDefinition: 'camelCase',
          InputValueDefinition: 'camelCase',
          Argument: 'camelCase',
          DirectiveDefinition: 'camelCase',
          EnumValueDefinition: 'UPPER_CASE',
        },
      ],
      '@graphql-eslint/no-hashtag-description': 'error',
      '@graphql-eslint/no-unreachable-types': 'error',
      '@graphql-eslint/relay-edge-types': [
        'error',
        { withEdgeSuffix: true, shouldImplementNode: false, listTypeCanWrapOnlyEdgeType: false },
      ],
      '@graphql-eslint/relay-page-info': 'error',
      '@graphql-eslint/require-deprecation-reason': 'error',
      '@graphql-eslint/require-description': [
        'error',
        {
          types: true,
          FieldDefinition: true,
          InputValueDefinition: true,
          EnumValueDefinition: true,
          DirectiveDefinition: true,
          ignoredSelectors: ['[type=ObjectTypeDefinition][name.value=/^(Query|Mutation|Subscription)$/]'],
        },
      ],
    },
  },
  {
    files: ['web/src/**/*.graphql'],
    plugins: { '@graphql-eslint': graphqlPlugin },
    languageOptions: { parser: graphqlPlugin.parser, parserOptions: { graphQLConfig } },
    rules: {
      ...graphqlPlugin.configs['flat/operations-recommended'].rules,
      // A fragment is named after the component and the prop that it feeds: CallRow_event.
      '@graphql-eslint/naming-convention': [
        'error',
        {
          VariableDefinition: 'camelCase',
          OperationDefinition: { style: 'PascalCase' },
          FragmentDefinition: { requiredPattern: /^[A-Z][A-Za-z]*(_[a-z][A-Za-z]*)?$/ },
        },
      ],
      '@graphql-eslint/require-selections': 'off',
      // It takes the client's own directives on fields alone; an unknown one fails the generation of types.
      '@graphql-eslint/known-directives': 'off',
      '@graphql-eslint/no-unused-fragments': 'error',
      '@graphql-eslint/selection-set-depth': ['error', { maxDepth: 9 }],
    },
  },
)
