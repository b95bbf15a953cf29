import { ActionsPart } from './ActionsPart.tsx';
import { BasicsPart } from './BasicsPart.tsx';
import { ConditionsPart } from './ConditionsPart.tsx';
import { LimitsPart } from './LimitsPart.tsx';
import { TriggerPart } from './TriggerPart.tsx';

/** All fields of a rule, in the order in which its sentence goes. */
export function RuleForm() {
  return (
    <>
      <BasicsPart />
      <TriggerPart />
      <ConditionsPart />
      <ActionsPart />
      <LimitsPart />
    </>
  );
}
