export { keepTidy, tidy } from './tidy.ts'
