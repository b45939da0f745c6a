export { institutionsPages } from './pages.tsx'
