export { tellbackPages } from './pages.tsx'
