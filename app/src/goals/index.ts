export { goalsPages } from './pages.tsx'
