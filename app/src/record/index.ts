export { recordPages } from './pages.tsx'
