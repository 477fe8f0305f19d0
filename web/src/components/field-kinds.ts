import {
  AlignLeft,
  AtSign,
  Banknote,
  CalendarDays,
  CircleDot,
  Hash,
  Link,
  ListChecks,
  Phone,
  ToggleLeft,
  Type,
  type LucideIcon,
} from 'lucide-react'
import type { FieldKind } from '@clinch/schema/fields'

/** What each kind of field is called, and its sign. */
export const kindLooks: Readonly<Record<FieldKind, { label: string; icon: LucideIcon }>> = {
  text: { label: 'Text', icon: Type },
  long_text: { label: 'Long text', icon: AlignLeft },
  number: { label: 'Number', icon: Hash },
  money: { label: 'Money', icon: Banknote },
  select: { label: 'One choice', icon: CircleDot },
  multi_select: { label: 'Several choices', icon: ListChecks },
  boolean: { label: 'Yes or no', icon: ToggleLeft },
  date: { label: 'Date', icon: CalendarDays },
  email: { label: 'Email', icon: AtSign },
  phone: { label: 'Phone', icon: Phone },
  url: { label: 'Web address', icon: Link },
}
