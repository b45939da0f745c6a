export { adminPages } from './pages.tsx'
