/** Attribute lists: tokens to nodes. */
import type {CompileContext, Extension, Handle, Token} from 'mdast-util-from-markdown'
import {plainPoint} from '../../ast/place.js'
import {buildAttributes} from './build.js'

const enter: Handle = function (this: CompileContext, token: Token) {
  const source = this.sliceSerialize(token)
  this.enter(buildAttributes(source, {start: plainPoint(token.start), end: plainPoint(token.end)}), token)
}

const exit: Handle = function (this: CompileContext, token: Token) {
  this.exit(token)
}

/** The mdast part of {@link blockAttributesConstruct} and {@link inlineAttributesConstruct}. */
export const attributesFromMarkdown: Extension = {
  enter: {mystAttributes: enter, mystAttributeLine: enter},
  exit: {mystAttributes: exit, mystAttributeLine: exit}
}
