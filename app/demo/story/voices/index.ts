// All voices, in the order of time: the oldest first.
import { type Voice } from '../story.ts'
import { cleanVoices } from './clean.ts'
import { crossingVoices } from './crossing.ts'
import { benchVoices, letterVoices } from './letters.ts'
import { liftVoices } from './lift.ts'
import { lightVoices } from './light.ts'
import { looseVoices } from './loose.ts'
import { mealVoices } from './meals.ts'
import { mouldVoices } from './mould.ts'
import { youthVoices } from './youth.ts'

export const voices: readonly Voice[] = [
  ...crossingVoices,
  ...mealVoices,
  ...cleanVoices,
  ...liftVoices,
  ...lightVoices,
  ...mouldVoices,
  ...youthVoices,
  ...letterVoices,
  ...benchVoices,
  ...looseVoices
].toSorted((a, b) => b.daysAgo - a.daysAgo)
