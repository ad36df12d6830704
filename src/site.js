// The theme button: auto, light, dark; remembered. Loaded in the head without defer, so nothing is painted before.
;(() => {
  const key = 'mystmark-theme'
  const themes = ['auto', 'light', 'dark']
  const root = document.documentElement
  let theme = 'auto'
  try {
    theme = localStorage.getItem(key)
  } catch {}
  const show = () => {
    if (!themes.includes(theme)) theme = 'auto'
    if (theme === 'auto') delete root.dataset.theme
    else root.dataset.theme = theme
    const button = document.querySelector('.myst-theme')
    if (!button) return
    button.hidden = false
    button.textContent = button.dataset[theme]
    button.ariaLabel = `${button.title}: ${button.textContent}`
    button.onclick = () => {
      theme = themes[(themes.indexOf(theme) + 1) % 3]
      try {
        localStorage.setItem(key, theme)
      } catch {}
      show()
    }
  }
  show()
  addEventListener('DOMContentLoaded', show)
})()
