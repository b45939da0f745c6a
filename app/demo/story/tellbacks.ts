// Who was told what came of it. Two goals are reached and everybody is told; one was let go: two people still wait and one could not be reached.
import { type GoalKey, type Handover, type NotReached, type PersonKey, type TellBack } from './story.ts'

type Told = readonly [voice: string, daysAgo: number, by: PersonKey, how: TellBack['how']]

const told = (goal: GoalKey, text: string, all: readonly Told[]): readonly TellBack[] =>
  all.map(([voice, daysAgo, by, how]) => ({ goal, voice, daysAgo, by, how, text }))

export const tellBacks: readonly TellBack[] = [
  ...told(
    'eten',
    'U zei iets over eten en alleen zijn. Nu is er elke zaterdag om vijf uur eten in het buurthuis. Een keer per maand ook in de middag. U bent welkom. Wilt u gehaald worden? Bel dan Kwabena.',
    [
      ['eten-soep-ak', 211, 'kwabena', 'person'],
      ['eten-afwas', 211, 'kwabena', 'person'],
      ['eten-saturday', 210, 'kwabena', 'email'],
      ['eten-nieuwe-buren', 210, 'kwabena', 'email'],
      ['eten-koffie', 208, 'bep', 'phone'],
      ['eten-kookles', 208, 'bep', 'phone'],
      ['eten-zondag', 206, 'bep', 'person'],
      ['eten-man-weg', 206, 'bep', 'person'],
      ['eten-srn', 205, 'kwabena', 'phone'],
      ['eten-zoon-werkt', 204, 'agnieszka', 'phone'],
      ['eten-pl', 203, 'agnieszka', 'person'],
      ['eten-briefje', 201, 'kwabena', 'letter'],
      ['eten-aardappels', 201, 'kwabena', 'letter']
    ]
  ),
  ...told(
    'oversteek',
    'U vroeg om een veilige weg naar school. Er is nu een zebra, de weg is smal en er staan palen op de hoek. Dank u wel dat u het zei.',
    [
      ['weg-nakijken', 105, 'naima', 'person'],
      ['weg-ar', 105, 'naima', 'person'],
      ['weg-zoon-zeven', 104, 'naima', 'phone'],
      ['weg-fils', 104, 'naima', 'phone'],
      ['weg-hesjes', 103, 'naima', 'phone'],
      ['weg-zestig', 102, 'naima', 'email'],
      ['weg-tien-jaar', 102, 'naima', 'email'],
      ['weg-groep-acht', 102, 'naima', 'email'],
      ['weg-fietsers', 102, 'naima', 'email'],
      ['weg-bijna', 99, 'naima', 'letter'],
      ['weg-rollator', 99, 'naima', 'letter']
    ]
  ),
  ...told(
    'containers',
    'U vroeg om meer bakken. Die komen er niet: de plekken die er waren wilde niemand. De wagen komt nu wel twee keer per week. Wij vinden het jammer en wilden het u zelf zeggen.',
    [
      ['vuil-winkel', 198, 'sharlon', 'phone'],
      ['vuil-naast-bak', 197, 'sharlon', 'phone'],
      ['vuil-schuld', 197, 'sharlon', 'email'],
      ['vuil-ver', 190, 'sharlon', 'letter']
    ]
  )
]

/** The platform had heard who wanted bins; the sports club had made it its goal, and told them. */
export const handovers: readonly Handover[] = [{ goal: 'containers', daysAgo: 199, by: 'ans', from: 'platform' }]

export const notReached: readonly NotReached[] = [
  { goal: 'containers', voice: 'vuil-tas', daysAgo: 189, by: 'sharlon', why: 'wrong-address' }
]
