// How voices are written in this folder: first where and by whom they were heard, then what each person said.
import { type PersonKey, type TellBackWish, type Voice } from '../story.ts'

type Setting = Pick<Voice, 'channel'> & Partial<Pick<Voice, 'helper' | 'area'>>

/** What a person said; Dutch, to be shown in full and followed by code unless it says otherwise. */
type Said = Pick<Voice, 'key' | 'daysAgo' | 'text'> & Partial<Omit<Voice, 'key' | 'daysAgo' | 'text'>>

export const heard = (setting: Setting, said: readonly Said[]): readonly Voice[] =>
  said.map((one) => ({ lang: 'nl', show: 'full', tellBack: { how: 'code' }, ...setting, ...one }))

export const notTold: TellBackWish = { how: 'not' }
export const byMail = (name: string): TellBackWish => ({ how: 'email', to: `${name}@example.org` })
export const byPhone = (lastTwo: string): TellBackWish => ({ how: 'phone', to: `06-000000${lastTwo}` })
export const byLetter = (door: string): TellBackWish => ({ how: 'letter', to: `${door}, Wilgerdam` })
export const through = (helper: PersonKey): TellBackWish => ({ how: 'person', to: helper })

/** A translation that a helper gave, on the day itself or a few days later. */
export const inDutch = (by: PersonKey, daysAgo: number, text: string): NonNullable<Voice['translation']> => ({
  lang: 'nl',
  text,
  by,
  daysAgo
})
