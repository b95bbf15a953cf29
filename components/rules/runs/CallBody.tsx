import { findSecrets, maskSecrets } from '../../../domain/secrets.ts';
import { TextField } from '../../cards/TextField.tsx';
import { prettyBody } from './run-words.ts';

/** Longer ones are scrolled. */
const MOST_LINES = 16;

/** What is posted, with line breaks; what looks like a secret is masked. */
export function CallBody({ label, body }: { label: string; body: string }) {
  const text = prettyBody(maskSecrets(body, findSecrets(body)));
  const lines = text.split('\n').length;
  return (
    <div class="call-body">
      <TextField label={label} value={text} rows={Math.min(MOST_LINES, Math.max(2, lines))} lang="en" />
    </div>
  );
}
