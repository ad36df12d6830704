/** Strings of a tree in which something is hidden, as the page has them. */
import type {Association, Nodes, Resource} from 'mdast'
import type {Node} from 'unist'
import {noteRest} from '../bounds.js'
import {address} from './hidden-addresses.js'
import type {MaskedPage} from './masked-page.js'
import {unsure} from './unsure.js'

/** Show what is hidden in the strings that the engine gives a node. */
export function showStrings(node: Nodes, masked: MaskedPage): void {
  switch (node.type) {
    case 'text':
      if (masked.hidden.hasBrackets(node.value)) noteRest(node)
      node.value = checked(node.value, read(node.value, node, masked))
      break
    case 'html':
      node.value = checked(node.value, show(node.value, node, masked))
      break
    case 'inlineCode':
      node.value = show(node.value, node, masked)
      break
    case 'code':
      node.value = show(node.value, node, masked)
      if (node.lang) node.lang = read(node.lang, node, masked)
      if (node.meta) node.meta = read(node.meta, node, masked)
      break
    case 'link':
      showResource(node, masked)
      break
    case 'image':
      showResource(node, masked)
      if (node.alt) node.alt = read(node.alt, node, masked)
      break
    case 'definition':
      showResource(node, masked)
      showLabel(node, masked)
      break
    case 'imageReference':
      if (node.alt) node.alt = read(node.alt, node, masked)
      showLabel(node, masked)
      break
    case 'linkReference':
    case 'footnoteReference':
    case 'footnoteDefinition':
      showLabel(node, masked)
  }
}

/** What is shown of a string of text or raw HTML. */
function checked(value: string, shown: string): string {
  if (shown !== value) checkTags(shown)
  return shown
}

/** An attribute may have a colon in its name and no other sign of an address: what hides it may make a tag, or none. */
function checkTags(value: string): void {
  if (addressInTag.test(value.replace(/"[^"]*"|'[^']*'/g, '""'))) unsure('an address in a tag')
}

const addressInTag = new RegExp(`</?[A-Za-z][A-Za-z0-9-]*\\s[^<>]*(?:${address.source})`, 'i')

function showResource(node: Resource & Node, masked: MaskedPage): void {
  node.url = read(node.url, node, masked)
  if (node.title) node.title = read(node.title, node, masked)
}

function showLabel(node: Association & Node, masked: MaskedPage): void {
  if (masked.hidden.hasReferences(node.identifier)) unsure('a character reference in a label')
  node.identifier = show(node.identifier, node, masked)
  if (node.label) node.label = show(node.label, node, masked)
}

function show(value: string, {position}: Node, masked: MaskedPage): string {
  return masked.hidesOn(position) ? masked.hidden.show(value) : value
}

/** The same with what character references in it stand for. */
function read(value: string, {position}: Node, masked: MaskedPage): string {
  return masked.hidesOn(position) ? masked.hidden.read(value) : value
}
