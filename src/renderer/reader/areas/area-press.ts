import type { KeyboardEvent } from 'react'
import type { ReaderModel } from '../model.ts'
import { finishKeys, moveByKey } from './area-deeds.ts'
import { areaMoveOf } from './area-keys.ts'
import { heldArea } from './area-model.ts'

const MODIFIERS = ['Shift', 'Control', 'Alt', 'Meta']

/**
 * Arrows on an area that has the focus, or was just drawn. With Shift they mean the selected
 * area wherever the focus is in the text, as they mean the edges of a selected passage.
 */
export function pressOnArea(event: KeyboardEvent, model: ReaderModel): boolean {
  if (MODIFIERS.includes(event.key)) return false
  const move = areaMoveOf(event)
  const held = move && !model.view.selection() ? heldArea(model) : null
  const hasFocus = event.target instanceof Element && event.target.closest('[data-area]') !== null
  if (!move || !held || (move.kind === 'move' && !hasFocus && held.segment)) {
    // what the arrows did is one step, before anything else is
    finishKeys()
    return false
  }
  event.preventDefault()
  event.stopPropagation()
  moveByKey(model, move)
  return true
}
