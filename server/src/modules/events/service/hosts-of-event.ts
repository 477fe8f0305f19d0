/** Who hosts an event, in SQL: those that were booked before all hosts were kept have their first one alone. */
export const hostsOfEvent = `case when e.hosts = '[]'::jsonb and coalesce(e.host_email, e.host_name) is not null
  then jsonb_build_array(jsonb_build_object('email', e.host_email, 'name', e.host_name)) else e.hosts end`
