/** The body that a flow's External Request sends. ManyChat puts a contact's own values in place of what stands in braces. */
export const manychatBody = JSON.stringify(
  {
    event: 'dm_qualified',
    sent_at: '{{now}}',
    contact: {
      id: '{{user_id}}',
      name: '{{full_name}}',
      email: '{{email}}',
      phone: '{{phone}}',
      ig_username: '{{ig_username}}',
    },
    custom_fields: { source: 'Instagram', traffic_type: 'Organic' },
    reply_tags: ['In Clinch'],
  },
  null,
  2,
)
