/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** How a payment came to be credited. */
export type AttributionMethod =
  /** Credited as another is: an instalment or renewal as the first payment of its subscription, or money as the reported cash that it stands for, which a person credited. */
  | 'INHERITED'
  /** By hand. */
  | 'MANUAL'
  /** The customer is a known lead: their nearest coming event, booked before the payment. */
  | 'MATCHED_COMING'
  /** The customer is a known lead: their most recent event at or before the payment. */
  | 'MATCHED_PAST'
  /** Not credited: nothing was found yet. */
  | 'NONE'
  /** The payment names its event. */
  | 'REFERENCE';

/** Where a payment stands in what it pays for. */
export type BillingTurn =
  /** The first of a subscription or plan. */
  | 'FIRST'
  /** A later one of a subscription or plan. */
  | 'LATER'
  /** Bought once. */
  | 'ONCE';

/** Where a call stands. */
export type CallStatus =
  /** Called off. */
  | 'CANCELED'
  /** The lead showed. */
  | 'COMPLETED'
  /** The lead did not show. */
  | 'NO_SHOW'
  /** Moved to another time; another event stands for it. */
  | 'RESCHEDULED'
  /** Booked; nothing is known yet of how it went. */
  | 'SCHEDULED';

/** Which days: one, or a span with its bounds. */
export type DateComparisonInput = {
  /** Just this day. */
  equals?: string | null | undefined;
  /** This day or later. */
  from?: string | null | undefined;
  /** This day or earlier. */
  to?: string | null | undefined;
};

/** Which events. Every field given must hold; a list means any of its values. */
export type EventFilter = {
  /** Booked on one of these days of the organization’s time zone. */
  booked?: PeriodInput | null | undefined;
  /** Of one of these call types. */
  callTypeIds?: Array<string> | null | undefined;
  /** With true, only the last call of each chain of reschedules: the rows that bookedCalls counts. */
  chainEnds?: boolean | null | undefined;
  /** Of one of these closers. */
  closerIds?: Array<string> | null | undefined;
  /** With true, only calls that were found to be copies. Else copies are left out. */
  copies?: boolean | null | undefined;
  /** Whose own fields are all of these. */
  fields?: Array<FieldFilterInput> | null | undefined;
  /** With true, only calls that fill a slot of a day whose availability is known: the rows that bookedSlots counts. */
  fillsSlots?: boolean | null | undefined;
  /** With one of these leads. */
  leadIds?: Array<string> | null | undefined;
  /** With true, only calls that are to come and whose closer has left. */
  ofLeftClosers?: boolean | null | undefined;
  /** With one of these outcomes. */
  outcomes?: Array<EventOutcome> | null | undefined;
  /** Whether its form is overdue. */
  overdue?: boolean | null | undefined;
  /** Booked with one of these tools. Only for owners and admins; a sales rep finds none. */
  providers?: Array<Provider> | null | undefined;
  /** Scheduled on one of these days of the organization’s time zone. */
  scheduled?: PeriodInput | null | undefined;
  /** Part of a name, e-mail address, booking id or id. */
  search?: string | null | undefined;
  /** Of one of these setters. */
  setterIds?: Array<string> | null | undefined;
  /** From one of these sources. */
  sourceIds?: Array<string> | null | undefined;
  /** In one of these statuses. */
  statuses?: Array<CallStatus> | null | undefined;
  /** Of one of these traffic types. */
  trafficTypeIds?: Array<string> | null | undefined;
};

/** The order of events; ties are broken by id. */
export type EventOrder = {
  /** Which way. */
  direction: OrderDirection;
  /** What to order by. */
  field: EventOrderField;
};

/** What events can be ordered by. */
export type EventOrderField =
  /** When it was booked. */
  | 'BOOKED_AT'
  /** The lead’s name. */
  | 'LEAD_NAME'
  /** When the call is to begin. */
  | 'SCHEDULED_AT';

/** How a call went. */
export type EventOutcome =
  /** The form says that the call was called off. */
  | 'CANCELED'
  /** The deal was closed. */
  | 'CLOSED'
  /** The lead showed and no offer was made. */
  | 'NO_OFFER'
  /** The lead did not show. */
  | 'NO_SHOW'
  /** An offer was made and not taken, yet. */
  | 'OFFER_MADE'
  /** The form says that the call was moved. */
  | 'RESCHEDULED';

/** What one of the organization’s own fields has to be: one comparison, that of the field’s kind, or whether it has a value. At most five fields in a filter. */
export type FieldFilterInput = {
  /** Of a BOOLEAN; what has no value is neither. */
  boolean?: boolean | null | undefined;
  /** Of a DATE. */
  date?: DateComparisonInput | null | undefined;
  /** Of any kind: whether it has a value. */
  isSet?: boolean | null | undefined;
  /** The field’s key. */
  key: string;
  /** Of MONEY. */
  money?: MoneyComparisonInput | null | undefined;
  /** Of a NUMBER. */
  number?: NumberComparisonInput | null | undefined;
  /** Of a SELECT or MULTI_SELECT: it has one of these options, by their keys. */
  options?: Array<string> | null | undefined;
  /** Of a TEXT, LONG_TEXT, EMAIL, PHONE or URL. */
  text?: TextComparisonInput | null | undefined;
};

/** What figures can be grouped by. */
export type MetricDimension =
  /** What kind of call it is; for money, of the event that it is credited to. */
  | 'CALL_TYPE'
  /** Who took the call; for money, whom it is credited to. */
  | 'CLOSER'
  /** A day of the organization’s time zone. */
  | 'DAY'
  /** A month, by its first day. */
  | 'MONTH'
  /** Who booked the call; for money, whom it is credited to. */
  | 'SETTER'
  /** Where the lead came from. */
  | 'SOURCE'
  /** What kind of traffic that is. */
  | 'TRAFFIC_TYPE'
  /** A week, by its Monday. */
  | 'WEEK';

/** Which calls and money to count. Every field given must hold; a list means any of its values. */
export type MetricFilter = {
  /** Of one of these call types. */
  callTypeIds?: Array<string> | null | undefined;
  /** Of one of these closers. */
  closerIds?: Array<string> | null | undefined;
  /** Of one of these setters. */
  setterIds?: Array<string> | null | undefined;
  /** From one of these sources. */
  sourceIds?: Array<string> | null | undefined;
  /** Of one of these traffic types. */
  trafficTypeIds?: Array<string> | null | undefined;
};

/** Which amounts of a currency: one, a span with its bounds, or any. */
export type MoneyComparisonInput = {
  /** ISO 4217; amounts in others are not compared. */
  currency: string;
  /** Just this amount, in major units. */
  equals?: string | null | undefined;
  /** At least this, in major units. */
  from?: string | null | undefined;
  /** At most this, in major units. */
  to?: string | null | undefined;
};

/** Which numbers: one, or a span with its bounds. */
export type NumberComparisonInput = {
  /** Just this number. */
  equals?: number | null | undefined;
  /** At least this. */
  from?: number | null | undefined;
  /** At most this. */
  to?: number | null | undefined;
};

/** Which way a list runs. */
export type OrderDirection =
  /** Smallest, earliest or first by letter first. */
  | 'ASC'
  /** Largest, latest or last by letter first. */
  | 'DESC';

/** Which payments. Every field given must hold; a list means any of its values. */
export type PaymentFilter = {
  /** One of these turns of what they pay for. */
  billingTurns?: Array<BillingTurn> | null | undefined;
  /** Credited to one of these closers, or split among them. */
  closerIds?: Array<string> | null | undefined;
  /** Paid in one of these currencies. */
  currencies?: Array<string> | null | undefined;
  /** True: only what was deleted. Otherwise nothing that was. Only for owners and admins. */
  deleted?: boolean | null | undefined;
  /** Credited to one of these events. */
  eventIds?: Array<string> | null | undefined;
  /** Whose own fields are all of these. */
  fields?: Array<FieldFilterInput> | null | undefined;
  /** Paid by one of these leads. */
  leadIds?: Array<string> | null | undefined;
  /** Credited in one of these ways; NONE for those that are not. */
  methods?: Array<AttributionMethod> | null | undefined;
  /** Told by one of these. */
  origins?: Array<PaymentOrigin> | null | undefined;
  /** For one of these packages: as the payment’s package says. */
  packageIds?: Array<string> | null | undefined;
  /** Paid on one of these days of the organization’s time zone. */
  paid?: PeriodInput | null | undefined;
  /** Told by one of these processors. */
  providers?: Array<Provider> | null | undefined;
  /** Part of a customer’s name or e-mail address, of the processor’s id or of an id. */
  search?: string | null | undefined;
  /** Credited to one of these setters, or split among them. */
  setterIds?: Array<string> | null | undefined;
  /** Credited to one of these sources. */
  sourceIds?: Array<string> | null | undefined;
  /** In one of these statuses. */
  statuses?: Array<PaymentStatus> | null | undefined;
  /** True: only what waits to be reconciled. Of origin FORM, reports that no payment stands for and nobody decided. Of origin PROCESSOR, payments that stand for no report: no later turns of a subscription, and none whose event waits for its form. */
  unmatched?: boolean | null | undefined;
};

/** The order of payments; ties are broken by id. */
export type PaymentOrder = {
  /** Which way. */
  direction: OrderDirection;
  /** What to order by. */
  field: PaymentOrderField;
};

/** What payments can be ordered by. */
export type PaymentOrderField =
  /** Their amount in minor units. */
  | 'AMOUNT'
  /** When they were paid. */
  | 'PAID_AT';

/** Who told of a payment. */
export type PaymentOrigin =
  /** A closer, on a post-call form. */
  | 'FORM'
  /** An import. */
  | 'IMPORT'
  /** An admin. */
  | 'MANUAL'
  /** A payment processor. */
  | 'PROCESSOR';

/** Where a payment stands. */
export type PaymentStatus =
  /** The customer disputes it; the amount is held. */
  | 'DISPUTED'
  /** Did not go through; counts nowhere. */
  | 'FAILED'
  /** Collected, and some of it given back, by refund or by a lost dispute. */
  | 'PARTIALLY_REFUNDED'
  /** Given back whole, by refund or by a lost dispute. */
  | 'REFUNDED'
  /** A closer says that it was collected; no processor has told of it. */
  | 'REPORTED'
  /** Collected. */
  | 'SUCCEEDED';

/** A span of days in the time zone of the organization, both included. */
export type PeriodInput = {
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
};

/** A provider that Clinch connects to. */
export type Provider =
  /** Bookings. */
  | 'ACUITY'
  /** Bookings. */
  | 'CALENDLY'
  /** Whatever a system of the organization’s own tells: bookings, payments, leads. */
  | 'CUSTOM'
  /** Leads. */
  | 'MANYCHAT'
  /** Payments. */
  | 'STRIPE'
  /** Payments. */
  | 'WHOP';

/** Which texts: one of the three. */
export type TextComparisonInput = {
  /** One of these texts. */
  anyOf?: Array<string> | null | undefined;
  /** Texts with this in them, in whichever case. */
  contains?: string | null | undefined;
  /** Just this text. */
  equals?: string | null | undefined;
};

export type CallsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: EventFilter | null | undefined;
  orderBy?: EventOrder | null | undefined;
}>;


export type CallsQuery = { events: { nodes: Array<{ id: string, status: CallStatus, outcome: EventOutcome | null, bookedAt: string, scheduledAt: string, lead: { id: string, fullName: string, email: string | null } | null, closer: { id: string, name: string } | null, setter: { id: string, name: string } | null, source: { id: string, name: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export type MetricsQueryVariables = Exact<{
  period: PeriodInput;
  groupBy?: Array<MetricDimension> | MetricDimension | null | undefined;
  filter?: MetricFilter | null | undefined;
}>;


export type MetricsQuery = { metrics: { totals: { bookedCalls: number, shows: number, noShows: number, offers: number, closes: number, showRate: number | null, closeRate: number | null, cashCollected: { amount: string, currency: string } | null, netCash: { amount: string, currency: string } | null }, previous: { bookedCalls: number, shows: number, noShows: number, offers: number, closes: number, showRate: number | null, closeRate: number | null, cashCollected: { amount: string, currency: string } | null, netCash: { amount: string, currency: string } | null } | null, groups: Array<{ keys: Array<{ dimension: MetricDimension, id: string | null, label: string }>, values: { bookedCalls: number, shows: number, noShows: number, offers: number, closes: number, showRate: number | null, closeRate: number | null, cashCollected: { amount: string, currency: string } | null, netCash: { amount: string, currency: string } | null } }> } };

export type FiguresFragment = { bookedCalls: number, shows: number, noShows: number, offers: number, closes: number, showRate: number | null, closeRate: number | null, cashCollected: { amount: string, currency: string } | null, netCash: { amount: string, currency: string } | null };

export type PaymentsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
  filter?: PaymentFilter | null | undefined;
  orderBy?: PaymentOrder | null | undefined;
}>;


export type PaymentsQuery = { payments: { nodes: Array<{ id: string, status: PaymentStatus, paidAt: string, customerName: string | null, customerEmail: string | null, amount: { amount: string, currency: string }, net: { amount: string, currency: string }, event: { id: string, scheduledAt: string } | null, closer: { id: string, name: string } | null, setter: { id: string, name: string } | null, attribution: { method: AttributionMethod, summary: string } }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } };

export const FiguresFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricValues"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookedCalls"}},{"kind":"Field","name":{"kind":"Name","value":"shows"}},{"kind":"Field","name":{"kind":"Name","value":"noShows"}},{"kind":"Field","name":{"kind":"Name","value":"offers"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}},{"kind":"Field","name":{"kind":"Name","value":"showRate"}},{"kind":"Field","name":{"kind":"Name","value":"closeRate"}},{"kind":"Field","name":{"kind":"Name","value":"cashCollected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netCash"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]} as unknown as DocumentNode<FiguresFragment, unknown>;
export const CallsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Calls"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"EventOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"events"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"bookedAt"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledAt"}},{"kind":"Field","name":{"kind":"Name","value":"lead"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"fullName"}},{"kind":"Field","name":{"kind":"Name","value":"email"}}]}},{"kind":"Field","name":{"kind":"Name","value":"closer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"setter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"source"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<CallsQuery, CallsQueryVariables>;
export const MetricsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Metrics"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"period"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"PeriodInput"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"groupBy"}},"type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MetricDimension"}}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"MetricFilter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"metrics"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"period"},"value":{"kind":"Variable","name":{"kind":"Name","value":"period"}}},{"kind":"Argument","name":{"kind":"Name","value":"groupBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"groupBy"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"totals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","name":{"kind":"Name","value":"previous"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}},{"kind":"Field","name":{"kind":"Name","value":"groups"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"keys"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"dimension"}},{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"label"}}]}},{"kind":"Field","name":{"kind":"Name","value":"values"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"Figures"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"Figures"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"MetricValues"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"bookedCalls"}},{"kind":"Field","name":{"kind":"Name","value":"shows"}},{"kind":"Field","name":{"kind":"Name","value":"noShows"}},{"kind":"Field","name":{"kind":"Name","value":"offers"}},{"kind":"Field","name":{"kind":"Name","value":"closes"}},{"kind":"Field","name":{"kind":"Name","value":"showRate"}},{"kind":"Field","name":{"kind":"Name","value":"closeRate"}},{"kind":"Field","name":{"kind":"Name","value":"cashCollected"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netCash"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]}}]} as unknown as DocumentNode<MetricsQuery, MetricsQueryVariables>;
export const PaymentsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Payments"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}},"defaultValue":{"kind":"IntValue","value":"50"}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"filter"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentFilter"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"PaymentOrder"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payments"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}},{"kind":"Argument","name":{"kind":"Name","value":"filter"},"value":{"kind":"Variable","name":{"kind":"Name","value":"filter"}}},{"kind":"Argument","name":{"kind":"Name","value":"orderBy"},"value":{"kind":"Variable","name":{"kind":"Name","value":"orderBy"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"paidAt"}},{"kind":"Field","name":{"kind":"Name","value":"customerName"}},{"kind":"Field","name":{"kind":"Name","value":"customerEmail"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"net"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"Field","name":{"kind":"Name","value":"event"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"scheduledAt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"closer"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"setter"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}},{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"attribution"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"method"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<PaymentsQuery, PaymentsQueryVariables>;