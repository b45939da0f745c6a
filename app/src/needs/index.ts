export { needsPages } from './pages.tsx'
