export { requestsPages } from './pages.tsx'
