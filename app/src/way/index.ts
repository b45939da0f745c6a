export { wayPages } from './pages.tsx'
