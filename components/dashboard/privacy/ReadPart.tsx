import { READ_TOPICS } from '../../../domain/privacy-text.ts';
import { Block } from '../chatapp/bits.tsx';
import { useDashboardText } from '../dashboard-text-context.ts';
import { METHODS } from './read-topics.ts';

/** What is read on a portal: when, why, and with which requests. */
export function ReadPart() {
  const {
    privacy: { read: words },
  } = useDashboardText();
  return (
    <Block title={words.heading}>
      <p class="quiet">{words.text}</p>
      <table class="small-table stacking" aria-label={words.heading}>
        <thead>
          <tr>
            {[words.what, words.when, words.why, words.requests].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {READ_TOPICS.map((topic) => (
            <tr key={topic}>
              <th scope="row">{words.topic[topic].name}</th>
              <td data-label={words.when}>{words.topic[topic].when}</td>
              <td data-label={words.why}>{words.topic[topic].why}</td>
              <td data-label={words.requests}>
                {METHODS[topic].length === 0 ? (
                  <span class="quiet">{words.noRequests}</span>
                ) : (
                  METHODS[topic].map((method) => (
                    <code key={method} class="cell-line">
                      {method}
                    </code>
                  ))
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Block>
  );
}
