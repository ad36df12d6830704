/** Renders pages that it is sent by the built package, and says what that took. */
import {render as core} from '../../dist/index.js'
import {render as withPlugins} from '../../dist/node/index.js'

process.on('message', ({source, plugins}) => {
  const start = process.cpuUsage()
  const {html, messages} = (plugins ? withPlugins : core)(source, {config: {extensions: 'all'}})
  const {user, system} = process.cpuUsage(start)
  process.send?.({
    seconds: (user + system) / 1e6,
    length: html.length,
    messages: messages.length
  })
})
