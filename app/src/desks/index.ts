export { desksPages } from './pages.tsx'
