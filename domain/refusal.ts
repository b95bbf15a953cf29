/** The answer to a wish that is not followed, told apart from one that failed and from one that could not be heard. */
export interface Refused {
  /** `readOnly`: Latchdesk shows and changes nothing. */
  refused: 'readOnly';
}

export const READ_ONLY: Refused = { refused: 'readOnly' };

/** True for an answer that says that nothing was done, on purpose. */
export const isRefused = (answer: unknown): answer is Refused =>
  typeof answer === 'object' && answer !== null && 'refused' in answer && answer.refused === 'readOnly';
