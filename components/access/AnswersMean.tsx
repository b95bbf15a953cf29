import { useBannerText } from './banner-text-context.ts';

/** What agreeing and refusing each mean, one beside the other, and what holds in any case. */
export function AnswersMean({ isPartner }: { isPartner: boolean }) {
  const { answers, rules } = useBannerText();
  const holds = isPartner
    ? [rules.partnerNoAccount, rules.partnerNoEnd, rules.yours]
    : [rules.noAccessByDefault, rules.anyTime, rules.tellsItself, rules.yours];
  return (
    <div class="access-part">
      <h3 class="section-title">{answers.title}</h3>
      <dl class="access-answers">
        <div>
          <dt>{answers.agree}</dt>
          <dd>{isPartner ? answers.partnerAgreeWhat : answers.agreeWhat}</dd>
        </div>
        <div>
          <dt>{answers.refuse}</dt>
          <dd>{isPartner ? answers.partnerRefuseWhat : answers.refuseWhat}</dd>
        </div>
      </dl>
      <ul class="access-rules quiet">
        {holds.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </div>
  );
}
