import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { PortalApp } from './app/portal/portal-app.tsx'
import './index.css'
import { keepPortalFiles } from './lib/keep-portal-files.ts'

const root = document.getElementById('root')
if (!root) throw new Error('The page has no #root to render into.')

createRoot(root).render(
  <StrictMode>
    <PortalApp />
  </StrictMode>,
)
keepPortalFiles()
