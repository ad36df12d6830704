// The theme button, remembered (set from the head, so nothing flashes); the keyboard reaches what scrolls sideways.
;(() => {
  const themes = ['auto', 'light', 'dark']
  const {dataset} = document.documentElement
  try {
    dataset.theme = localStorage.mystmark
  } catch {}
  if (!themes.includes(dataset.theme)) dataset.theme = 'auto'
  addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('.myst-theme')
    const name = () => {
      button.textContent = button.dataset[dataset.theme]
      button.ariaLabel = `${button.title}: ${button.textContent}`
    }
    name()
    button.hidden = false
    button.onclick = () => {
      dataset.theme = themes[(themes.indexOf(dataset.theme) + 1) % 3]
      name()
      try {
        localStorage.mystmark = dataset.theme
      } catch {}
    }
    for (const box of document.querySelectorAll('pre, table, math, .table-wrapper, .math'))
      if (box.scrollWidth > box.clientWidth) box.tabIndex = 0
  })
})()
