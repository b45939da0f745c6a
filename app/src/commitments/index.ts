export { commitmentsPages } from './pages.tsx'
