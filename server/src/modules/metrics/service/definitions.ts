/** What each figure counts, exactly. Published by the API and shown wherever a figure stands. */
export const metricDefinitions = [
  {
    key: 'bookedCalls',
    name: 'Booked calls',
    definition:
      'Events booked in the period. A chain of reschedules counts once, where it ended up; a call that was held or missed by its form counts, whatever was booked after it.',
  },
  {
    key: 'shows',
    name: 'Shows',
    definition: 'Events scheduled in the period whose outcome is known and is not no-show, canceled or rescheduled.',
  },
  { key: 'noShows', name: 'No-shows', definition: 'Events scheduled in the period with the status no-show.' },
  { key: 'offers', name: 'Offers', definition: 'Shows with an offer: the outcome is offer made or closed.' },
  { key: 'closes', name: 'Closes', definition: 'Shows with the outcome closed. A deposit is not a close.' },
  { key: 'showRate', name: 'Show rate', definition: 'Shows ÷ events scheduled in the period with the status completed or no-show.' },
  { key: 'offerRate', name: 'Offer rate', definition: 'Shows with an offer ÷ shows.' },
  { key: 'closeRate', name: 'Close rate', definition: 'Closed ÷ shows.' },
  {
    key: 'cashCollected',
    name: 'Cash collected',
    definition:
      'Sum of the amounts of payments paid in the period, before refunds, each at the rate of its day. A reported payment counts once with the processor’s payment that it turned out to be.',
  },
  { key: 'refunded', name: 'Refunds', definition: 'What was given back of those payments, whenever it was.' },
  { key: 'lost', name: 'Lost disputes', definition: 'What lost disputes took of those payments beyond their refunds, whenever it was.' },
  {
    key: 'netCash',
    name: 'Net cash',
    definition: 'Cash collected − refunds − lost disputes. What an open dispute holds is in it until it is lost.',
  },
  { key: 'averageOrderValue', name: 'Average order', definition: 'Net cash ÷ closed deals.' },
  { key: 'cashPerBookedCall', name: 'Cash per booked call', definition: 'Net cash ÷ booked calls.' },
  { key: 'cashPerShow', name: 'Cash per show', definition: 'Net cash ÷ shows.' },
  {
    key: 'pendingPostCallForms',
    name: 'Pending forms',
    definition: 'Events scheduled in the period that are over, have no form, and were neither canceled nor moved.',
  },
  {
    key: 'bookedSlots',
    name: 'Booked slots',
    definition:
      'Calls that took or take place on days of their closer for which the booking tool’s availability is known, and were neither canceled nor moved. Each is one slot, however long it is.',
  },
  {
    key: 'availableSlots',
    name: 'Available slots',
    definition:
      'Calls of a closer’s usual length (the median of their calls of 90 days, half an hour where none is known) that fit into their open hours, on the days that are known. A day that is over keeps the hours that were known on it.',
  },
  {
    key: 'utilization',
    name: 'Utilization',
    definition:
      'Booked slots ÷ available slots, from the booking tool’s availability: the hours of a closer’s default schedule, of which other appointments take nothing away. Above 100 % where calls were booked beside them; empty where no hours are known or none are open, and by setter, source, traffic type or call type.',
  },
  {
    key: 'medianSpeedToCallSeconds',
    name: 'Speed to call',
    definition: 'Median time from booking to call, of the calls scheduled in the period; a moved call counts as the one that it became.',
  },
] as const
