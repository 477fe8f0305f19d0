import { timeZone } from './clock.ts'
import type { StoryCallType, StoryCloser, StoryPackage, StorySetter, StorySource, StoryTrafficType } from './story.ts'

export const organization = {
  name: 'Kestrel Academy',
  timeZone,
  currency: 'USD',
  ownerName: 'Nora Whitfield',
  ownerEmail: 'nora@kestrel.example',
}

/** A closer, with what the story knows of how they work. */
export interface Closer extends StoryCloser {
  /** How many calls they get beside the others. */
  share: number
  /** Multiplies the chance of a close. */
  skill: number
  userRef: string
}

const userRef = (number: number): string => `https://api.calendly.com/users/6f1c2a90-7b34-4d18-9e52-0000000000${number}`

const closer = (number: number, key: string, name: string, share: number, skill: number, zone = timeZone): Closer => ({
  key,
  name,
  email: `${key.split('-')[0]}@kestrel.example`,
  timeZone: zone,
  netCashGoal: `${Math.round((share * skill * 3) / 5) * 5}000.00`,
  open: share >= 18 ? { fromMinute: 600, toMinute: 900 } : { fromMinute: 720, toMinute: 960 },
  share,
  skill,
  userRef: userRef(number),
})

export const ownerRef = userRef(10)

export const closers: readonly Closer[] = [
  closer(11, 'maya-okafor', 'Maya Okafor', 22, 1.24),
  closer(12, 'daniel-reyes', 'Daniel Reyes', 20, 1.08),
  closer(13, 'priya-raman', 'Priya Raman', 18, 1.06),
  closer(14, 'tom-lindqvist', 'Tom Lindqvist', 16, 0.88, 'America/Chicago'),
  closer(15, 'jess-carver', 'Jess Carver', 13, 0.76, 'America/Denver'),
  closer(16, 'ben-adler', 'Ben Adler', 11, 0.9),
]

/** A setter, with the names by which leads and links call them. */
export const setters: readonly StorySetter[] = [
  { key: 'luis-ortega', name: 'Luis Ortega', email: 'luis@kestrel.example', aliases: ['L. Ortega', 'Lou'] },
  { key: 'ana-petrov', name: 'Ana Petrov', email: 'ana@kestrel.example', aliases: ['Anna Petrov', 'Ana P'] },
  { key: 'kim-sato', name: 'Kim Sato', email: 'kim@kestrel.example', aliases: ['Kimiko Sato'] },
  {
    key: 'femi-balogun',
    name: 'Femi Balogun',
    email: 'femi@kestrel.example',
    aliases: ['Femi B', 'Oluwafemi Balogun'],
  },
]

export const setterShares: readonly (readonly [setter: number, weight: number])[] = [
  [0, 36],
  [1, 28],
  [2, 22],
  [3, 14],
]

/** Names that leads give and nobody on the roster has: for an admin to resolve. */
export const unknownSetterNames = ['Marcus from IG', 'Marcus', 'Tasha (webinar chat)', 'the guy from YouTube comments'] as const

export const setterQuestion = 'Who did you speak with before booking?'

export const trafficTypes: readonly StoryTrafficType[] = [
  { key: 'organic', name: 'Organic' },
  { key: 'paid', name: 'Paid' },
  { key: 'warm', name: 'Warm' },
  { key: 'cold', name: 'Cold' },
]

/** A source, with the words that booking links use for it. */
export interface Source extends StorySource {
  share: number
  utm: readonly string[]
  media: readonly string[]
  campaigns: readonly string[]
}

export const sources: readonly Source[] = [
  {
    key: 'youtube',
    name: 'YouTube',
    aliases: ['yt'],
    trafficType: 'organic',
    share: 30,
    utm: ['youtube', 'YouTube', 'yt'],
    media: ['organic'],
    campaigns: ['channel', 'case-studies'],
  },
  {
    key: 'instagram',
    name: 'Instagram',
    aliases: ['ig', 'insta'],
    trafficType: 'cold',
    share: 26,
    utm: ['instagram', 'ig', 'insta'],
    media: ['cold', 'organic', 'paid'],
    campaigns: ['dm-outreach', 'reels'],
  },
  {
    key: 'referral',
    name: 'Referral',
    aliases: ['friend'],
    trafficType: 'warm',
    share: 13,
    utm: ['referral', 'friend'],
    media: ['warm'],
    campaigns: ['alumni'],
  },
  {
    key: 'webinar',
    name: 'Webinar',
    aliases: ['masterclass'],
    trafficType: 'warm',
    share: 16,
    utm: ['webinar', 'masterclass'],
    media: ['warm', 'paid'],
    campaigns: ['scale-live', 'pricing-workshop'],
  },
  {
    key: 'google-ads',
    name: 'Google Ads',
    aliases: ['adwords'],
    trafficType: 'paid',
    share: 15,
    utm: ['google-ads', 'google_ads', 'adwords'],
    media: ['paid'],
    campaigns: ['search-brand', 'search-coaching'],
  },
]

const callTypeRef = (number: number): string => `https://api.calendly.com/event_types/3a9d7e15-42c6-4f0b-8d71-0000000000${number}`

export const strategyCall: StoryCallType = {
  key: 'strategy-call',
  name: 'Strategy call',
  ref: callTypeRef(21),
  durationMinutes: 45,
}
export const discoveryCall: StoryCallType = {
  key: 'discovery-call',
  name: 'Discovery call',
  ref: callTypeRef(22),
  durationMinutes: 30,
}
export const followUp: StoryCallType = {
  key: 'follow-up',
  name: 'Follow-up',
  ref: callTypeRef(23),
  durationMinutes: 20,
}

export const growthProgram: StoryPackage = {
  key: 'growth-program',
  name: 'Growth Program',
  priceMinor: 900_000,
  instalmentMinor: 300_000,
  instalments: 3,
  depositMinor: 100_000,
}
export const starter: StoryPackage = {
  key: 'starter',
  name: 'Starter',
  priceMinor: 240_000,
  instalmentMinor: 80_000,
  instalments: 3,
  depositMinor: 30_000,
}
