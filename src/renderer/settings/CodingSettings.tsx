import { prefer, preferences } from '../state/preferences.ts'
import { useStore } from '../ui/use-store.ts'
import { OneOf, OnOff } from './controls.tsx'
import { DefaultsButton } from './DefaultsButton.tsx'

export function CodingSettings() {
  const now = useStore(preferences, state => state)
  return (
    <>
      <OneOf
        label="With nothing selected, a code goes on"
        options={{ sentence: 'the sentence', paragraph: 'the paragraph', turn: 'the turn' }}
        value={now.codeUnit}
        onChange={codeUnit => prefer({ codeUnit })}
        about="Where the caret is. A turn is all that one speaker says before the next."
      />
      <OneOf
        label="Edges of a segment move by"
        options={{ character: 'characters', word: 'words', sentence: 'sentences' }}
        value={now.snap}
        onChange={snap => prefer({ snap })}
        about="By Shift and an arrow, and when a handle is dragged. With Alt held, a handle goes the other way: by words instead of characters, else by characters."
      />
      <OnOff
        label="Numbers of paragraphs beside the text"
        value={now.paragraphNumbers}
        onChange={paragraphNumbers => prefer({ paragraphNumbers })}
      />
      <OneOf
        label="Screen readers hear the codes of a paragraph"
        options={{ always: 'always', asked: 'when asked for', off: 'never' }}
        value={now.describe}
        onChange={describe => prefer({ describe })}
        about="Asked for by the key of “Segments here”."
      />
      <DefaultsButton of={['codeUnit', 'snap', 'paragraphNumbers', 'describe']} />
    </>
  )
}
