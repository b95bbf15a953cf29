import { useSelector } from '@xstate/store-preact';
import { useMemo } from 'preact/hooks';
import { useDashboardText } from '../../components/dashboard/dashboard-text-context.ts';
import { JournalPage } from '../../components/dashboard/JournalPage.tsx';
import type { JournalLine } from '../../components/dashboard/journal-words.ts';
import { journalLines, lineCells, plainEntry } from '../../components/dashboard/journal-words.ts';
import { periodOf } from '../../components/dashboard/report-period.ts';
import type { Answer } from '../../components/dashboard/States.tsx';
import { useText } from '../../components/text-context.ts';
import { nameOf } from '../../domain/dialog-names.ts';
import { dashboardStore } from './dashboard-store.ts';
import type { SectionProps } from './section-props.ts';
import { useAllDialogs } from './use-dialogs.ts';
import { useFile } from './use-file.ts';
import { useJournal } from './use-journal.ts';

/** What happened on a portal. */
export function JournalSection({ portal, now, language }: SectionProps) {
  const text = useText();
  const words = useDashboardText();
  const { period: choice, group } = useSelector(dashboardStore, (snapshot) => snapshot.context);
  const { key, host } = portal;
  const { dialogs } = useAllDialogs(portal);
  const period = useMemo(() => periodOf(choice, Date.now()), [choice]);
  const { answer, isLoadingOlder, retry } = useJournal({ key, period, stamp: portal });
  const lines = useMemo((): Answer<JournalLine[]> => {
    if (answer.state !== 'ready') return answer;
    const byChat = new Map(dialogs.map((dialog) => [dialog.chatId, dialog]));
    const nameOfChat = (chatId: number) => {
      const dialog = byChat.get(chatId);
      return dialog ? nameOf(text, dialog) : words.journal.unnamed(chatId);
    };
    return { ...answer, value: journalLines(answer.value, words, nameOfChat) };
  }, [answer, dialogs]);
  const file = useFile({
    section: 'journal',
    host,
    language,
    contents: () => {
      const all = lines.state === 'ready' ? lines.value : [];
      const shown = all.filter((line) => group === 'any' || line.group === group);
      const { time, kind, event } = words.journal;
      return {
        columns: [time, kind, event].map((name) => ({ name })),
        cells: shown.map((line) => lineCells(line, words)),
        plain: shown.map(plainEntry),
      };
    },
  });
  return (
    <JournalPage
      lines={lines}
      isLoadingOlder={isLoadingOlder}
      group={group}
      choice={choice}
      now={now}
      onChoose={(period) => dashboardStore.trigger.periodChosen({ period })}
      onGroup={(next) => dashboardStore.trigger.groupChosen({ group: next })}
      onRetry={retry}
      {...file}
    />
  );
}
