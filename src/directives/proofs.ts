/** Theorems and proofs (sphinx-proof), exercises and solutions (sphinx-exercise); mystmd has both. */
import * as z from 'zod/mini'
import type {AdmonitionTitle, Exercise, Proof} from '../ast/nodes.js'
import {text as textNode} from '../ast/tree.js'
import {type Directive, type DirectiveCall, defineDirective} from './define.js'
import {flag} from './options.js'

export const proofKinds = [
  'proof',
  'theorem',
  'axiom',
  'lemma',
  'definition',
  'criterion',
  'remark',
  'conjecture',
  'corollary',
  'algorithm',
  'example',
  'property',
  'observation',
  'proposition',
  'assumption',
  'notation'
] as const

const options = {nonumber: z.optional(flag), hidden: z.optional(flag)}

interface Values {
  nonumber?: boolean | undefined
  hidden?: boolean | undefined
}

const proofs = proofKinds.map((kind) =>
  defineDirective({
    name: `prf:${kind}`,
    aliases: [`proof:${kind}`, ...(kind === 'proof' ? ['proof'] : [])],
    argument: 'inline',
    options,
    numbered: true,
    build(call): Proof {
      const {attributes, children, options: values} = call
      return {
        type: 'proof',
        kind,
        ...attributes,
        enumerated: attributes.enumerated ?? (kind !== 'proof' && !values.nonumber),
        ...dropdown(call),
        children: [...titleOf(call), ...children]
      }
    }
  })
)

const exercises = (['exercise', 'exercise-start'] as const).map((name) =>
  defineDirective({
    name,
    argument: 'inline',
    options,
    numbered: true,
    build(call): Exercise & {type: 'exercise'} {
      const {attributes, children, options: values} = call
      return {
        type: 'exercise',
        ...attributes,
        enumerated: attributes.enumerated ?? !values.nonumber,
        ...dropdown(call),
        ...(values.hidden ? {hidden: true} : {}),
        ...(name === 'exercise-start' ? {gate: 'start' as const} : {}),
        children: [...titleOf(call), ...children]
      }
    }
  })
)

const solutions = (['solution', 'solution-start'] as const).map((name) =>
  defineDirective({
    name,
    argument: 'raw',
    options,
    build(call): Exercise & {type: 'solution'} {
      const {argument, attributes, children, options: values, node, report} = call
      const position = node.data?.argumentPosition
      if (!argument && name === 'solution-start')
        report({
          ruleId: 'missing-argument',
          reason: `${node.name} needs the label of its exercise: write it behind {${node.name}}`,
          position: node.data?.namePosition
        })
      const title: AdmonitionTitle[] = argument
        ? [
            {
              type: 'admonitionTitle',
              children: [
                textNode('Solution to '),
                {
                  type: 'crossReference',
                  kind: 'ref',
                  label: argument,
                  identifier: argument.toLowerCase(),
                  reference: {
                    role: 'ref',
                    target: argument,
                    explicit: false,
                    ...(position ? {position} : {})
                  },
                  children: [],
                  ...(position ? {position} : {})
                }
              ],
              ...(position ? {position} : {})
            }
          ]
        : []
      return {
        type: 'solution',
        ...attributes,
        enumerated: attributes.enumerated ?? false,
        ...dropdown(call),
        ...(values.hidden ? {hidden: true} : {}),
        ...(name === 'solution-start' ? {gate: 'start' as const} : {}),
        children: [...title, ...children]
      }
    }
  })
)

const ends = (['exercise', 'solution'] as const).map((type) =>
  defineDirective({
    name: `${type}-end`,
    body: 'none',
    options: {},
    build: () => ({type, enumerated: false, gate: 'end', children: []})
  })
)

/** `{prf:theorem}` and its like, `{exercise}`, `{solution}` and their gates. */
export const proofDirectives: readonly Directive[] = [...proofs, ...exercises, ...solutions, ...ends]

function titleOf({title, node}: DirectiveCall<Values>): AdmonitionTitle[] {
  const position = node.data?.argumentPosition
  return title.length > 0 ? [{type: 'admonitionTitle', children: title, ...(position ? {position} : {})}] : []
}

function dropdown({attributes}: DirectiveCall<Values>): {dropdown?: true} {
  return (attributes.class ?? '').split(' ').includes('dropdown') ? {dropdown: true} : {}
}
