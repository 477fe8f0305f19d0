import type { GraphQLCodegenDataMasking } from '@apollo/client/masking'

declare module '@apollo/client' {
  // Reads the masks that the generated types carry, so that a route cannot read its components' fields.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- an interface is how the client takes its types from here
  export interface TypeOverrides extends GraphQLCodegenDataMasking.TypeOverrides {}
}
