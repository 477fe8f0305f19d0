/** The house: who may import whom. Imports run downward only; the order of the domains is the order of their dependence. */

const serverLayers = ['lib', 'config', 'database', 'kernel', 'graphql-kit', 'modules', 'integrations', 'app', 'main']
const domains = [
  'identity',
  'organizations',
  'roster',
  'packages',
  'fields',
  'connections',
  'runs',
  'availability',
  'leads',
  'events',
  'forms',
  'reminders',
  'rates',
  'payments',
  'attribution',
  'contacts',
  'activity',
  'metrics',
  'statements',
  'goals',
  'transfers',
  'audit',
  'platform',
]
const webLayers = ['lib', '(components|apollo)', 'features', 'routes', 'app']
const tests = '\\.test\\.tsx?$'

/** A layer may not import one that stands above it. */
const staircase = (root, layers) =>
  layers.slice(0, -1).map((layer, index) => ({
    name: `${root.replace('/src', '')}-${layer.replace(/\W/g, '')}-imports-downward`,
    severity: 'error',
    from: { path: `^${root}/${layer}/`, pathNot: tests },
    to: { path: `^${root}/(${layers.slice(index + 1).join('|')})/` },
  }))

/** A domain may not import one that comes after it. */
const domainOrder = domains.slice(0, -1).map((domain, index) => ({
  name: `${domain}-imports-earlier-domains-only`,
  severity: 'error',
  from: { path: `^server/src/modules/${domain}/`, pathNot: tests },
  to: { path: `^server/src/modules/(${domains.slice(index + 1).join('|')})/` },
}))

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } } },
    { name: 'resolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^@graphql-typed-document-node/core$' } },
    { name: 'drizzle-imports-nothing-of-ours', severity: 'error', from: { path: '^drizzle/' }, to: { path: '^(server|web|schema)/' } },
    { name: 'schema-imports-nothing-of-ours', severity: 'error', from: { path: '^schema/' }, to: { path: '^(server|web|drizzle)/' } },
    {
      name: 'server-imports-drizzle-and-what-a-form-is',
      comment:
        'What both go by is in schema/fields, schema/forms, schema/periods and schema/providers; the client for partners is not for the server.',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(web|schema)/', pathNot: '^schema/(fields|forms|periods|providers)/index\\.ts$' },
    },
    {
      name: 'what-a-form-is-needs-nothing',
      comment: 'Plain code, which a phone loads as well.',
      severity: 'error',
      from: { path: '^schema/(fields|forms|periods|providers)/', pathNot: tests },
      to: { pathNot: '^schema/(fields|forms)/' },
    },
    { name: 'fields-know-no-forms', severity: 'error', from: { path: '^schema/fields/' }, to: { path: '^schema/(forms|src)/' } },
    { name: 'web-imports-schema-alone', severity: 'error', from: { path: '^web/' }, to: { path: '^(server|drizzle)/' } },
    ...staircase('server/src', serverLayers),
    ...domainOrder,
    {
      name: 'domains-meet-at-their-doors',
      comment: 'Another domain is entered by service/index.ts, a wire type or its loaders.',
      severity: 'error',
      from: { path: '^server/src/modules/([^/]+)/', pathNot: tests },
      to: {
        path: '^server/src/modules/([^/]+)/',
        pathNot: [
          '^server/src/modules/$1/',
          'service/index\\.ts$',
          'graphql/[^/]+\\.(type|loaders|inputs)\\.ts$',
          'graphql/[^/]+-filter\\.ts$',
        ],
      },
    },
    {
      name: 'services-know-no-graphql',
      severity: 'error',
      from: { path: '^server/src/modules/[^/]+/service/' },
      to: {
        path: [
          '^server/src/graphql-kit/',
          '^server/src/modules/[^/]+/graphql/',
          '(^|/)node_modules/(graphql|type-graphql|graphql-shield|@apollo)(/|$)',
        ],
      },
    },
    {
      name: 'resolvers-hold-no-sql',
      severity: 'error',
      from: { path: '^server/src/modules/[^/]+/graphql/', pathNot: tests },
      to: { path: ['(^|/)node_modules/(drizzle-orm|postgres)(/|$)', '^drizzle/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the-app-enters-domains-by-their-module',
      severity: 'error',
      from: { path: '^server/src/(app|main)/', pathNot: tests },
      to: { path: '^server/src/modules/[^/]+/', pathNot: ['/module\\.ts$', '/service/index\\.ts$', '/graphql/[^/]+\\.type\\.ts$'] },
    },
    ...staircase('web/src', webLayers),
    {
      name: 'features-meet-in-routes',
      severity: 'error',
      from: { path: '^web/src/features/([^/]+)/' },
      to: { path: '^web/src/features/([^/]+)/', pathNot: '^web/src/features/$1/' },
    },
    {
      name: 'the-design-system-knows-no-graphql',
      severity: 'error',
      from: { path: '^web/src/components/' },
      to: { path: ['^web/src/apollo/', '(^|/)node_modules/(@apollo|graphql)(/|$)'] },
    },
    {
      name: 'tests-are-imported-by-tests',
      severity: 'error',
      from: { pathNot: [tests, '^server/(test|bench)/', '^web/src/test/', '^web/browser/'] },
      to: { path: [tests, '^server/test/', '^web/src/test/'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['dist/', 'web/src/apollo/generated/', 'server/bench/postgraphile/'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.d.ts'],
    },
  },
}
