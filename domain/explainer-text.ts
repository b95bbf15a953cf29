/** The texts that explain what an employee may do, gate by gate. */

export interface ExplainerMessages {
  title: string;
}
