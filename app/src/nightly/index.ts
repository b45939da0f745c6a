export { comparedSays, compareAtNight, findingSays, keepCompared } from './compare.ts'
export { keepTidy, tidy } from './tidy.ts'
