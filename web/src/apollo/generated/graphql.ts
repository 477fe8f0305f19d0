/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How a connection is doing. */
export type ConnectionHealthState =
  /** Switched off. */
  | 'DISABLED'
  /** Deliveries failed: some wait for a person, or will be tried again. */
  | 'FAILING'
  /** Everything that arrived was processed. */
  | 'HEALTHY'
  /** Nothing has arrived yet. */
  | 'NEVER_USED'
  /** It has no signing secret. */
  | 'NO_SECRET'
  /** Its latest deliveries were refused. */
  | 'REFUSING'
  /** Deliveries wait to be processed. */
  | 'WAITING';

/** What a member may do. */
export type MemberRole =
  /** Everything in the organization but giving it away. */
  | 'ADMIN'
  /** Everything, also giving the organization away. */
  | 'OWNER'
  /** Their own calls, forms and figures. */
  | 'SALES_REP';

/** Something that a caller may do. The server decides by the same rules; this is for showing what there is. */
export type Permission =
  /** Change settings, members and keys. */
  | 'MANAGE_ORGANIZATION'
  /** See every row of the organization, not only their own. */
  | 'READ_ALL_ROWS'
  /** See figures. */
  | 'READ_METRICS'
  /** File post-call forms. */
  | 'SUBMIT_FORMS'
  /** Connect providers and replay deliveries. */
  | 'WRITE_CONNECTIONS'
  /** Credit payments by hand. */
  | 'WRITE_PAYMENTS'
  /** Change closers, setters and sources. */
  | 'WRITE_ROSTER';

export type SignedInQueryVariables = Exact<{ [key: string]: never; }>;


export type SignedInQuery = { viewer: { id: string, name: string, email: string | null, role: MemberRole | null, organizationId: string | null, permissions: Array<Permission>, organizations: Array<{ id: string, name: string, role: MemberRole }> } | null };

export type ChosenOrganizationQueryVariables = Exact<{ [key: string]: never; }>;


export type ChosenOrganizationQuery = { organization: { id: string, name: string, currency: string, timeZone: string }, overdue: { totalCount: number } };

export type ConnectionsInNeedQueryVariables = Exact<{ [key: string]: never; }>;


export type ConnectionsInNeedQuery = { connections: Array<{ id: string, health: { state: ConnectionHealthState } }> };


export const SignedInDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"SignedIn"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"viewer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"email"}},{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"organizationId"}},{"kind":"Field","name":{"kind":"Name","value":"permissions"}},{"kind":"Field","name":{"kind":"Name","value":"organizations"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"role"}}]}}]}}]}}]} as unknown as DocumentNode<SignedInQuery, SignedInQueryVariables>;
export const ChosenOrganizationDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ChosenOrganization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"organization"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}},{"kind":"Field","name":{"kind":"Name","value":"timeZone"}}]}},{"kind":"Field","alias":{"kind":"Name","value":"overdue"},"name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"IntValue","value":"1"}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"overdue"},"value":{"kind":"BooleanValue","value":true}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totalCount"}}]}}]}}]} as unknown as DocumentNode<ChosenOrganizationQuery, ChosenOrganizationQueryVariables>;
export const ConnectionsInNeedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ConnectionsInNeed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"connections"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"health"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}}]}}]}}]}}]} as unknown as DocumentNode<ConnectionsInNeedQuery, ConnectionsInNeedQueryVariables>;