import { Confirmation } from '../dashboard/Confirmation.tsx';
import { useRulesText } from './rules-text-context.ts';

interface RemoveQuestionProps {
  name: string;
  onRemove: () => void;
  onCancel: () => void;
}

/** Before a rule is deleted. */
export function RemoveQuestion({ name, onRemove, onCancel }: RemoveQuestionProps) {
  const { list } = useRulesText();
  return (
    <Confirmation
      question={list.removeAsk(name)}
      back={list.cancel}
      go={list.removeConfirm}
      onBack={onCancel}
      onGo={onRemove}
    >
      <p>{list.removeText}</p>
    </Confirmation>
  );
}
