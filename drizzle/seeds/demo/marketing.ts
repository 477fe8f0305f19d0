import { setterShares, setters, sources, unknownSetterNames } from './people.ts'
import type { Random } from './random.ts'
import type { StorySetter } from './story.ts'
import type { Marketing } from './truth.ts'

/** Draws where a lead came from and who set the call, and how the booking says so. */
export function drawMarketing(random: Random): Marketing {
  const source = random.chance(0.92) ? random.weighted(sources.map((each) => [each, each.share] as const)) : null
  const medium = source && random.chance(0.5) ? random.pick(source.media) : null
  const setter = drawSetter(random)
  return {
    tracking: {
      source: source ? random.pick(source.utm) : null,
      medium,
      campaign: source ? random.pick(source.campaigns) : null,
      content: setter.content,
    },
    setterAnswer: setter.answer,
    setterKey: setter.key,
    unknownSetterName: setter.unknown,
    sourceKey: source?.key ?? null,
    trafficTypeKey: medium ?? source?.trafficType ?? null,
  }
}

interface SetterTold {
  content: string | null
  answer: string | null
  key: string | null
  unknown: string | null
}

function drawSetter(random: Random): SetterTold {
  if (random.chance(0.34)) return { content: null, answer: null, key: null, unknown: null }
  if (random.chance(0.018)) {
    const unknown = random.pick(unknownSetterNames)
    return { content: null, answer: unknown, key: null, unknown }
  }
  const setter = pickSetter(random)
  const name = random.chance(0.15) ? random.pick(setter.aliases) : setter.name
  return random.chance(0.62)
    ? { content: `setter-${linkWords(name)}`, answer: null, key: setter.key, unknown: null }
    : { content: null, answer: typed(random, name), key: setter.key, unknown: null }
}

function pickSetter(random: Random): StorySetter {
  const setter = setters[random.weighted(setterShares)]
  if (!setter) throw new Error('A setter has a share but is not on the roster')
  return setter
}

const linkWords = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '')

/** A name as people type it into a form. */
const typed = (random: Random, name: string): string =>
  random.weighted([
    [name, 7],
    [name.toLowerCase(), 2],
    [` ${name} `, 1],
  ])

/** A booking that says nothing, such as one made through a bare link. */
export const unmarketed: Marketing = {
  tracking: { source: null, medium: null, campaign: null, content: null },
  setterAnswer: null,
  setterKey: null,
  unknownSetterName: null,
  sourceKey: null,
  trafficTypeKey: null,
}
