import { graphql } from '../../../apollo/generated/index.ts'
import { usePages, type Pages } from '../../../apollo/use-pages.ts'
import { deliveryFilter, type DeliveriesWanted } from '../../../features/connections/delivery-filter.ts'
import type { DeliveryRow } from '../../../features/connections/delivery-row.ts'

const deliveriesQuery = graphql(`
  query IntegrationsDeliveries($filter: DeliveryFilter, $first: Int!, $after: String) {
    deliveries(filter: $filter, first: $first, after: $after) {
      edges {
        node {
          ...DeliveryRow_delivery @unmask
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`)

const lookEveryMs = 15_000

export type Deliveries = Pages<DeliveryRow>

/** The deliveries that are wanted, page by page. While only the first is loaded, it is kept current. */
export function useDeliveries(wanted: DeliveriesWanted): Deliveries {
  return usePages({
    query: deliveriesQuery,
    asked: { filter: deliveryFilter(wanted) },
    pageOf: ({ deliveries }) => deliveries,
    noun: 'deliveries',
    pollInterval: lookEveryMs,
  })
}
