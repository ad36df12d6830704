/** GFM's tables, where directives hold documents of their own. */
import {gfmTable} from 'micromark-extension-gfm-table'
import type {Construct, Event, Extension} from 'micromark-util-types'

/**
 * The construct of GFM with one change: it makes its tables of the rows of a whole document at once, and would make
 * those in the bodies of directives, which are made already, a second time.
 */
export function mystTable(): Extension {
  const extension = gfmTable()
  const [construct] = [extension.flow?.null ?? []].flat()
  if (!construct?.resolveAll) return extension
  const {resolveAll} = construct
  const outside: Construct = {
    ...construct,
    resolveAll(events, context) {
      const {shell, bodies} = withoutBodies(events)
      if (bodies.size === 0) return resolveAll(events, context)
      // Its edits go to the context's events; the caller takes what is returned here for them.
      context.events = shell
      return withBodies(resolveAll(shell, context), bodies)
    }
  }
  return {...extension, flow: {...extension.flow, null: outside}}
}

/** The events without what stands between a body's enter and exit; outer bodies alone, with all in them. */
function withoutBodies(events: Event[]): {shell: Event[]; bodies: Map<Event, Event[]>} {
  const shell: Event[] = []
  const bodies = new Map<Event, Event[]>()
  let open: Event | undefined
  for (const event of events) {
    if (open && event[1] === open[1]) open = undefined
    if (open) bodies.get(open)?.push(event)
    else {
      shell.push(event)
      if (event[0] === 'enter' && event[1].type === 'mystDirectiveBody') {
        open = event
        bodies.set(event, [])
      }
    }
  }
  return {shell, bodies}
}

function withBodies(shell: Event[], bodies: ReadonlyMap<Event, Event[]>): Event[] {
  const out: Event[] = []
  for (const event of shell) {
    out.push(event)
    for (const inner of bodies.get(event) ?? []) out.push(inner)
  }
  return out
}
