/**
 * The few of micromark's codes that we use: its own list would come whole. Each is a constant of its own, so that a bundler
 * writes the number where the name stands. Line endings, tabs and what follows a tab are below zero.
 */
export const eof = null
export const virtualSpace = -1
export const horizontalTab = -2
export const space = 32
export const exclamationMark = 33
export const quotationMark = 34
export const dollarSign = 36
export const percentSign = 37
export const apostrophe = 39
export const leftParenthesis = 40
export const rightParenthesis = 41
export const asterisk = 42
export const plusSign = 43
export const dash = 45
export const colon = 58
export const lessThan = 60
export const atSign = 64
export const leftSquareBracket = 91
export const backslash = 92
export const verticalBar = 124
export const rightSquareBracket = 93
export const caret = 94
export const underscore = 95
export const graveAccent = 96
export const leftCurlyBrace = 123
export const rightCurlyBrace = 125
export const tilde = 126
