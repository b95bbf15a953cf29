import { useId, useState } from 'preact/hooks';
import type { DraftLanguage } from '../../domain/cards-text.ts';
import { LONGEST_DRAFT } from '../../domain/drafts.ts';
import { Icon } from '../Icon.tsx';
import { useCardText } from '../text-context.ts';
import { BackButton } from './BackButton.tsx';
import { CardActions, CardLead } from './CardShell.tsx';
import { CopyButton } from './CopyButton.tsx';
import { FreedMeanwhile } from './GuardNumbers.tsx';
import type { GuardCardProps } from './guard-props.ts';
import { LanguageToggle } from './LanguageToggle.tsx';
import { PlaceTrouble } from './PlaceTrouble.tsx';
import { TextField } from './TextField.tsx';

/** A draft that asks support, in an open dialog, to open a new one. */
export function GuardAsk(props: GuardCardProps) {
  const { ask, shell } = useCardText();
  const request = useRequest(props);
  if (props.carriers.length === 0) return <NoCarrier {...props} text={request.text} />;
  return (
    <>
      <CardLead>
        <p>{ask.what}</p>
      </CardLead>
      <FreedMeanwhile {...props} />
      <Carriers {...props} chosen={request.carrier} onChoose={request.setCarrier} />
      <TextField
        label={ask.question}
        takesFocus
        hint={ask.questionHint}
        value={props.question}
        rows={3}
        maxLength={LONGEST_DRAFT}
        saving={props.saving}
        secretKinds={props.secretKinds}
        onChange={props.onQuestionChange}
        onCopy={props.onCopy}
      />
      <div class="field-with-toggle">
        <TextField
          label={ask.message}
          value={request.text}
          rows={5}
          maxLength={LONGEST_DRAFT}
          lang={request.language}
          onChange={request.edit}
        />
        <LanguageToggle language={request.language} onLanguage={request.setLanguage} />
      </div>
      {request.isEdited && (
        <button type="button" class="text-button" onClick={request.startOver}>
          {ask.startOver}
        </button>
      )}
      <p class="quiet">{shell.onlyPlaced}</p>
      <Outcome {...props} {...request} />
      <CardActions>
        <Put {...props} {...request} />
        <BackButton onBack={props.onBack} />
      </CardActions>
    </>
  );
}

interface Request {
  carrier: number | null;
  text: string;
  language: DraftLanguage;
  isEdited: boolean;
}

/** An edited request no longer follows the question. */
function useRequest({ carriers, carrier, askTexts, languageOf }: GuardCardProps) {
  const [picked, setCarrier] = useState(carrier);
  const chosen = carriers.some(({ chatId }) => chatId === picked) ? picked : (carriers[0]?.chatId ?? null);
  const [wanted, setWanted] = useState<DraftLanguage | null>(null);
  const [edited, edit] = useState<string | null>(null);
  const language = wanted ?? (chosen === null ? 'ru' : (languageOf[chosen] ?? 'ru'));
  return {
    carrier: chosen,
    setCarrier,
    language,
    setLanguage: (next: DraftLanguage) => {
      setWanted(next);
      edit(null);
    },
    text: edited ?? askTexts[language],
    isEdited: edited !== null,
    edit,
    startOver: () => edit(null),
  };
}

interface CarriersProps extends GuardCardProps {
  chosen: number | null;
  onChoose: (chatId: number) => void;
}

function Carriers({ carriers, chosen, onChoose }: CarriersProps) {
  const { ask } = useCardText();
  const group = useId();
  return (
    <div class="desk-part" role="radiogroup" aria-label={ask.carrier}>
      <p class="section-title">{ask.carrier}</p>
      {carriers.map(({ chatId, name }) => (
        <label key={chatId} class="check">
          <input type="radio" name={group} checked={chatId === chosen} onChange={() => onChoose(chatId)} />
          <span dir="auto">{name}</span>
        </label>
      ))}
    </div>
  );
}

function Put({ carrier, carriers, text, placed, placing, problem, onPlace, onClose }: GuardCardProps & Request) {
  const { close, park } = useCardText();
  const name = carriers.find(({ chatId }) => chatId === carrier)?.name ?? '';
  // What can be done about a problem stands beside it.
  if (carrier === null || problem?.chatId === carrier) return null;
  if (placed.includes(carrier)) {
    return (
      <button type="button" class="button strong" onClick={onClose}>
        {park.done}
      </button>
    );
  }
  const isBusy = placing !== null || text.trim() === '';
  return (
    <button
      type="button"
      class="button strong"
      aria-disabled={isBusy}
      onClick={() => !isBusy && onPlace(carrier, text, 'insert')}
    >
      {placing !== null ? close.placing : close.place(name)}
    </button>
  );
}

function Outcome({ carrier, carriers, text, placed, problem, onPlace, onCopy }: GuardCardProps & Request) {
  const { close } = useCardText();
  if (carrier === null) return null;
  if (placed.includes(carrier)) {
    return (
      <p class="mark" data-tone="good" role="status">
        <Icon name="roomy" />
        {close.placed}
      </p>
    );
  }
  if (problem?.chatId !== carrier) return null;
  const name = carriers.find(({ chatId }) => chatId === carrier)?.name ?? '';
  return (
    <PlaceTrouble
      kind={problem.kind}
      name={name}
      text={text}
      onPlace={(how) => onPlace(carrier, text, how)}
      onCopy={onCopy}
    />
  );
}

function NoCarrier({ text, onBack, onCopy }: GuardCardProps & { text: string }) {
  const { ask } = useCardText();
  return (
    <>
      <CardLead>
        <p>{ask.noCarrier}</p>
      </CardLead>
      <CopyButton text={text} onCopy={onCopy} look="button" />
      <CardActions>
        <BackButton onBack={onBack} look="button" />
      </CardActions>
    </>
  );
}
