import { type ComponentChildren, toChildArray } from 'preact';
import { useId } from 'preact/hooks';
import type { RegisterRow } from '../../../domain/access/view.ts';
import { useDashboardText } from '../dashboard-text-context.ts';
import { FileButtons, type FileButtonsProps } from '../FileButtons.tsx';
import { type Answer, Answered, Empty, PageHead } from '../States.tsx';
import { WriteButton } from '../WriteButton.tsx';
import { AccessNow, type AccessNowProps } from './AccessNow.tsx';
import { RegisterPrint } from './RegisterPrint.tsx';
import { RegisterTable, type RegisterTableProps } from './RegisterTable.tsx';
import { RegisterToolbar, type RegisterToolbarProps } from './RegisterToolbar.tsx';
import { NO_REGISTER_FILTER } from './register-rows.ts';
import { usePrinting } from './use-printing.ts';

export interface AccessPageProps
  extends Omit<AccessNowProps, 'rows'>,
    Pick<RegisterToolbarProps, 'filter' | 'onFilter' | 'onSorting'>,
    Omit<RegisterTableProps, 'rows'>,
    FileButtonsProps {
  host: string;
  register: Answer<readonly RegisterRow[]>;
  /** What search and filters leave, in their order. */
  shown: readonly RegisterRow[];
  onRecord: () => void;
  onRetry: () => void;
  /** The details of a record, or the form for a new one. */
  children?: ComponentChildren;
}

/** Who asked for access to a portal, who has it, and who had it. */
export function AccessPage({ children, ...props }: AccessPageProps) {
  const { register: words, rail } = useDashboardText();
  const { register, onRetry } = props;
  const { isPrinting, print } = usePrinting();
  const hasRows = register.state === 'ready' && register.value.length > 0;
  return (
    <>
      <PageHead title={rail.section.access} lead={words.lead}>
        <WriteButton type="button" class="button strong" onClick={props.onRecord}>
          {words.record}
        </WriteButton>
        {hasRows && <FileButtons {...props} />}
        {hasRows && (
          <button type="button" class="button" onClick={print}>
            {words.print}
          </button>
        )}
      </PageHead>
      <div class="split access" data-open={toChildArray(children).length > 0}>
        <div class="split-list">
          <Answered answer={register} onRetry={onRetry}>
            {(rows) => (
              <>
                <AccessNow {...props} rows={rows} />
                <Register {...props} rows={rows} />
              </>
            )}
          </Answered>
        </div>
        {children}
      </div>
      {hasRows && isPrinting && <RegisterPrint host={props.host} rows={props.shown} now={props.now} />}
    </>
  );
}

function Register({ rows, shown, ...props }: AccessPageProps & { rows: readonly RegisterRow[] }) {
  const { register: words } = useDashboardText();
  const id = useId();
  const told = words.filter.shown(shown.length, rows.length);
  return (
    <section class="register" aria-labelledby={id}>
      <h2 class="part-title" id={id}>
        {words.register}
      </h2>
      {rows.length === 0 ? (
        <Empty {...words.none} />
      ) : (
        <>
          <RegisterToolbar {...props} told={told} />
          {shown.length > 0 && <RegisterTable {...props} rows={shown} />}
          {shown.length === 0 && (
            <Empty {...words.noneFound}>
              <button type="button" class="button" onClick={() => props.onFilter(NO_REGISTER_FILTER)}>
                {words.clear}
              </button>
            </Empty>
          )}
        </>
      )}
    </section>
  );
}
