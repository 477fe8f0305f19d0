// Runs before the first paint, so that a chosen theme never flashes; src/lib/theme.ts owns the choice and its key.
try {
  const theme = localStorage.getItem('clinch.theme')
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme
} catch {
  // Storage may be forbidden: the system's theme stands.
}
