import { useState } from 'preact/hooks';

interface ChooseFileProps {
  words: { choose: string; drop: string };
  onFile: (file: File) => void;
}

/** Takes a JSON file that is chosen or dropped. */
export function ChooseFile({ words, onFile }: ChooseFileProps) {
  const [isOver, setOver] = useState(false);
  return (
    // The button inside does the same by keyboard: dropping is only a shorter way.
    // biome-ignore lint/a11y/noStaticElementInteractions: see above
    <div
      class="drop-place"
      data-over={isOver}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        // Else the browser would leave this page and show the file.
        event.preventDefault();
        setOver(false);
        const file = event.dataTransfer?.files[0];
        if (file && !event.currentTarget.closest('fieldset:disabled')) onFile(file);
      }}
    >
      <label class="button file-choice">
        {words.choose}
        <input
          type="file"
          class="for-screen-reader"
          accept=".json,application/json"
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0];
            if (file) onFile(file);
            // The same file, corrected, may be chosen again.
            currentTarget.value = '';
          }}
        />
      </label>
      <span class="quiet">{words.drop}</span>
    </div>
  );
}
