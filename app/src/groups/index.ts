export { groupsPages } from './pages.tsx'
