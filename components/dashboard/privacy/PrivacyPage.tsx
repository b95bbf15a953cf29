import { Block } from '../chatapp/bits.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { PageHead } from '../States.tsx';
import { CallsPart, type CallsPartProps } from './CallsPart.tsx';
import { ReadOnlyPart, type ReadOnlyPartProps } from './ReadOnlyPart.tsx';
import { ReadPart } from './ReadPart.tsx';
import { StoredTable, type StoredTableProps } from './StoredTable.tsx';
import { WipePart, type WipePartProps } from './WipePart.tsx';

export type PrivacyPageProps = StoredTableProps & CallsPartProps & ReadOnlyPartProps & WipePartProps;

/** What is read, kept and sent, what was asked, and the ways to stop and to take everything away. */
export function PrivacyPage(props: PrivacyPageProps) {
  const { privacy: words, rail } = useDashboardText();
  return (
    <div class="privacy">
      <PageHead title={rail.section.privacy} lead={words.lead} />
      <Block title={words.inShort}>
        <ul class="bulleted">
          {words.points.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </Block>
      <StoredTable {...props} />
      <ReadPart />
      <Block title={words.sent.heading}>
        <ul class="bulleted">
          {words.sent.text.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
      </Block>
      <CallsPart {...props} />
      <ReadOnlyPart {...props} />
      <WipePart {...props} />
    </div>
  );
}
