import { registerEnumType } from 'type-graphql'

export const AttributionMethod = {
  REFERENCE: 'reference',
  INHERITED: 'inherited',
  MATCHED_PAST: 'matched_past',
  MATCHED_COMING: 'matched_coming',
  MANUAL: 'manual',
  NONE: 'none',
} as const
registerEnumType(AttributionMethod, {
  name: 'AttributionMethod',
  description: 'How a payment came to be credited.',
  valuesConfig: {
    REFERENCE: { description: 'The payment names its event.' },
    INHERITED: {
      description:
        'Credited as another is: an instalment or renewal as the first payment of its subscription, or money as the reported cash that it stands for, which a person credited.',
    },
    MATCHED_PAST: { description: 'The customer is a known lead: their most recent event at or before the payment.' },
    MATCHED_COMING: { description: 'The customer is a known lead: their nearest coming event, booked before the payment.' },
    MANUAL: { description: 'By hand.' },
    NONE: { description: 'Not credited: nothing was found yet.' },
  },
})
