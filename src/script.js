// Tabs of one group change together and are remembered; Home and End choose the first and the last; a link into a tab
// or a closed box opens it. All of it is readable without this script: tabs are radio buttons, boxes are <details>.
;(() => {
  const key = 'mystmark-tabs'
  const chosen = {}
  try {
    Object.assign(chosen, JSON.parse(localStorage[key]))
  } catch {}
  // `?os=linux` chooses, too.
  const asked = Object.fromEntries(new URLSearchParams(location.search))

  const choose = (group, id) => {
    for (const {control, dataset} of document.querySelectorAll('.sd-tab-label[data-sync-id]'))
      if (control && dataset.syncGroup === group && dataset.syncId === id) control.checked = true
  }

  const openTarget = () => {
    let id = location.hash.slice(1)
    try {
      id = decodeURIComponent(id)
    } catch {}
    const target = id && document.getElementById(id)
    if (!target) return
    let opened = false
    for (let node = target; node; node = node.parentElement) {
      if (node.matches('details:not([open])')) opened = node.open = true
      const control = node.matches('.sd-tab-content')
        ? node.previousElementSibling?.control
        : node.matches('.sd-tab-label') && node.control
      if (control && !control.checked) opened = control.checked = true
    }
    if (opened) target.scrollIntoView()
  }

  document.addEventListener('change', ({target}) => {
    const label = target.labels?.[0]
    const {syncGroup, syncId} = label?.dataset ?? {}
    if (syncId === undefined) return
    const {top} = label.getBoundingClientRect()
    choose(syncGroup, syncId)
    // Other tabs may have grown or shrunk: what was clicked stays where it was.
    scrollBy({top: label.getBoundingClientRect().top - top, behavior: 'instant'})
    chosen[syncGroup] = syncId
    try {
      localStorage[key] = JSON.stringify(chosen)
    } catch {}
  })
  document.addEventListener('keydown', (event) => {
    const {key, target} = event
    if (!/^(?:Home|End)$/.test(key) || !target.matches?.('.sd-tab-set > input')) return
    event.preventDefault()
    const all = target.parentElement.querySelectorAll(':scope > input')
    const chosen = all[key === 'Home' ? 0 : all.length - 1]
    chosen.focus()
    chosen.click()
  })
  addEventListener('hashchange', openTarget)
  const start = () => {
    for (const each of Object.entries({...chosen, ...asked})) choose(...each)
    openTarget()
  }
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', start)
  else start()
})()
