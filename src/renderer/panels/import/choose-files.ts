import type { GroupId } from '../../../shared/model/ids.ts'
import { attempt } from '../../state/messages.ts'
import { filesOfFolder } from './dropped-files.ts'
import { startImport } from './start-import.ts'

let files: HTMLInputElement | null = null
let folder: HTMLInputElement | null = null
let groupId: GroupId | undefined

/** The hidden inputs of the window, whose choosers these functions open. */
export function setFileInput(input: HTMLInputElement | null): void {
  files = input
}

export function setFolderInput(input: HTMLInputElement | null): void {
  folder = input
  if (input) input.webkitdirectory = true
}

/** Asks for files and imports them, into a group if one is given. */
export function chooseFiles(into?: GroupId): void {
  groupId = into
  files?.click()
}

export function chooseFolder(): void {
  groupId = undefined
  folder?.click()
}

/** Takes what was chosen; the input is emptied, so that the same file can be chosen again. */
export function takeChosen(input: HTMLInputElement): void {
  const chosen = [...(input.files ?? [])]
  input.value = ''
  const wanted = input === folder ? filesOfFolder(chosen) : chosen
  void attempt(() => startImport(wanted, groupId))
}
