import { relate } from '../../../graphql-kit/relations.ts'
import type { EventRow } from '../../events/service/index.ts'
import { formOfEvent } from './forms.loaders.ts'

export const formFiled = relate('Event', 'postCallForm', formOfEvent, (event: EventRow) => event.id)
