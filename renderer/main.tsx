import './styles/main.scss'
import { createRoot } from 'react-dom/client'
import { App } from './app/app.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no root')
createRoot(root).render(<App />)
