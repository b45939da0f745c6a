// People are heard; some words are translated, one is taken back and one erased.
import { type Decision, type PersonId } from '@buurtmacht/domain'
import { type Tx } from '../../src/db/index.ts'
import { eraseVoiceByCode, giveVoice, takeVoiceBack, translateVoice } from '../../src/voices/index.ts'
import { type By } from '../../src/web/index.ts'
import { type Story, type Voice } from '../story/index.ts'
import { type Known } from './known.ts'
import { type Moment } from './moments.ts'

export const voiceMoments = ({ voices, people }: Story): Moment[] => {
  const name = new Map(people.map((person) => [person.key, person.name]))
  return voices.flatMap((voice) => [
    {
      daysAgo: voice.daysAgo,
      person: voice.helper,
      what: voice.key,
      live: (tx: Tx, by: By, known: Known) => say(tx, by, known, voice, (key) => name.get(key) ?? key)
    },
    ...translation(voice),
    ...gone(voice)
  ])
}

type Names = (key: Story['people'][number]['key']) => string

async function say(tx: Tx, by: By, known: Known, voice: Voice, name: Names): Promise<Decision<unknown>> {
  const { tellBack } = voice
  const given = await giveVoice(tx, by, known.keyed, {
    text: voice.text,
    lang: voice.lang,
    area: voice.area && known.id('area', voice.area),
    channel: voice.channel,
    show: voice.show,
    tellBack: tellBack.how === 'person' ? { how: 'person', to: name(tellBack.to) } : tellBack,
    onBehalf: voice.onBehalf ?? false,
    by: voice.helper ? known.id<PersonId>('person', voice.helper) : 'anyone'
  })
  if (given.ok) {
    known.keep('voice', voice.key, given.value.id)
    known.codes.set(voice.key, given.value.code)
  }
  return given
}

function translation({ key, translation }: Voice): Moment[] {
  if (!translation) return []
  const { daysAgo, by, lang, text } = translation
  return [
    {
      daysAgo,
      person: by,
      what: `${key}, translation`,
      live: (tx, who, known) => translateVoice(tx, who, known.id('voice', key), { lang, text })
    }
  ]
}

function gone({ key, takenBack, erased }: Voice): Moment[] {
  const byCode = (
    daysAgo: number | undefined,
    what: string,
    away: typeof takeVoiceBack | typeof eraseVoiceByCode
  ): Moment[] =>
    daysAgo === undefined
      ? []
      : [
          {
            daysAgo,
            what: `${key}, ${what}`,
            live: (tx, by, known) => away(tx, by, known.keyed, known.codes.get(key)!)
          }
        ]
  return [...byCode(takenBack, 'taken back', takeVoiceBack), ...byCode(erased, 'erased', eraseVoiceByCode)]
}
